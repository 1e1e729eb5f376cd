import type { Grant, LabelRef, Resource, Scope, Snapshot } from '@contract/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../../src-main/lists/relations/facts';
import type { HeldGrant } from '../../../../src-main/lists/relations/held-grants';
import { buildSnapshot, grant, label, member, resources, scopes } from '../../../fixtures/snapshot';

/** One member for each grant, called after its number; answers which of them stand where. */
function places(grants: readonly Grant[], all: readonly Resource[], id: string) {
  const snapshot: Snapshot = buildSnapshot({
    members: grants.map((one, number) => member(`${number}`, { grants: [one] })),
    resources: [...all],
  });
  const resource = all.find((one) => one.id === id);
  if (!resource) throw new Error(`no resource ${id}`);
  const numbers = (held: readonly HeldGrant[]) => held.map(({ holder }) => Number(holder.id));
  const found = readFacts(snapshot).grantsOn()(resource);
  return {
    named: numbers(found.named),
    byLabel: found.byLabel && numbers(found.byLabel),
    overall: numbers(found.overall),
    uncertain: numbers(found.uncertain),
  };
}

describe('the grants on a source', () => {
  const source = resources.source('s', 'env:prod', 'product:truck');

  it('follow the example of the labels page: several labels in one grant mean AND', () => {
    const table = [
      resources.source('A', 'environment:prod', 'product:car'),
      resources.source('B', 'environment:prod', 'product:truck'),
      resources.source('C', 'environment:dev', 'product:car'),
    ];
    const grants = [
      grant('Source Admin', scopes.labels('environment:prod')),
      grant('Source Admin', scopes.labels('environment:prod', 'product:truck')),
      grant('Source Admin', scopes.labels('product:car')),
    ];
    expect(places(grants, table, 'A').byLabel).toEqual([0, 2]);
    expect(places(grants, table, 'B').byLabel).toEqual([0, 1]);
    expect(places(grants, table, 'C').byLabel).toEqual([2]);
  });

  it('keep apart how they reach it', () => {
    const grants = [
      grant('Source Admin'),
      grant('Source Read-only', scopes.sources('s', 'other')),
      grant('Source Read-only', scopes.sources('other')),
      grant('Workspace Owner'),
      grant('Warehouse Admin'),
      grant('PII Access'),
      grant('Workspace Member'),
      grant('Unify and Engage Admin', scopes.labels('env:prod')),
    ];
    expect(places(grants, [source], 's')).toEqual({
      named: [1],
      byLabel: [],
      overall: [0, 3],
      uncertain: [],
    });
  });

  it('are uncertain where the role or the scope is', () => {
    const grants = [
      grant('Night Porter'),
      grant('Night Porter', scopes.labels('env:prod')),
      grant('Night Porter', scopes.labels('env:dev')),
      grant('Night Porter', scopes.sources('other')),
      grant('Night Porter', scopes.sources('s')),
      grant('Source Admin', scopes.unknown),
      grant('Function Admin', scopes.unknown),
      grant('Workspace Owner', scopes.labels('env:dev')),
    ];
    expect(places(grants, [source], 's')).toEqual({
      named: [4],
      byLabel: [],
      overall: [],
      uncertain: [0, 1, 5, 7],
    });
  });
});

describe('the grants on a space', () => {
  const grants = [
    grant('Unify and Engage Admin', scopes.labels('env:prod')),
    grant('Source Admin', scopes.labels('env:prod')),
    grant('Night Porter', scopes.labels('env:dev')),
    grant('Engage User', scopes.spaces('p')),
  ];

  it('cannot be told by label where its labels cannot be seen', () => {
    expect(places(grants, [resources.space('p')], 'p')).toEqual({
      named: [3],
      byLabel: null,
      overall: [],
      uncertain: [0, 2],
    });
  });

  it('are told by label where they can', () => {
    expect(places(grants, [resources.space('p', ['env:prod'])], 'p')).toEqual({
      named: [3],
      byLabel: [0],
      overall: [],
      uncertain: [],
    });
  });
});

describe('the grants on a destination', () => {
  const all = [
    resources.source('s', 'env:prod'),
    resources.destination('d', 's'),
    resources.destination('lost', 'gone'),
  ];
  const grants = [
    grant('Source Admin', scopes.sources('s')),
    grant('Source Read-only', scopes.labels('env:prod')),
    grant('Source Admin'),
    grant('Night Porter', scopes.sources('s')),
    grant('Source Admin', scopes.sources('gone')),
    grant('Warehouse Destination Admin'),
  ];

  it('are those of its source', () => {
    expect(places(grants, all, 'd')).toEqual({ named: [0], byLabel: [1], overall: [2], uncertain: [3] });
  });

  it('are uncertain by label when the source is not to be seen', () => {
    expect(places(grants, all, 'lost')).toEqual({ named: [4], byLabel: null, overall: [2], uncertain: [1] });
  });
});

describe('the grants on the other kinds', () => {
  it('go by role', () => {
    const all = [resources.trackingPlan('t'), resources.function('f'), resources.warehouse('w')];
    const grants = [
      grant('Tracking Plan Admin'),
      grant('Functions Read-only'),
      grant('Warehouse Admin'),
      grant('Function Admin', scopes.labels('env:prod')),
    ];
    expect(places(grants, all, 't')).toMatchObject({ overall: [0], byLabel: [], uncertain: [] });
    expect(places(grants, all, 'f')).toMatchObject({ overall: [1], byLabel: [], uncertain: [3] });
    expect(places(grants, all, 'w')).toMatchObject({ overall: [2], byLabel: [], uncertain: [] });
  });
});

describe('the grants on sources and spaces against a plain reading of each grant', () => {
  const LABELS = ['env:prod', 'env:dev', 'brand:a', 'brand:b'];
  const someLabels = fc.subarray(LABELS);
  const scope: fc.Arbitrary<Scope> = fc.oneof(
    fc.constantFrom<Scope>(scopes.all, scopes.unknown),
    fc.subarray(LABELS, { minLength: 1 }).map((texts) => scopes.labels(...texts)),
    fc.subarray(['s', 'x'], { minLength: 1 }).map((ids) => scopes.sources(...ids)),
    fc.subarray(['p', 'x'], { minLength: 1 }).map((ids) => scopes.spaces(...ids)),
  );
  const role = fc.constantFrom(
    'Source Admin',
    'Engage User',
    'Night Porter',
    'PII Access',
    'Workspace Owner',
  );
  const about: Record<string, string[]> = {
    'Source Admin': ['SOURCE'],
    'Engage User': ['SPACE'],
    'PII Access': [],
    'Workspace Owner': ['SOURCE', 'SPACE'],
  };
  const narrows = new Set(['Source Admin', 'Engage User']);

  function plain(
    { roleName, scope: given }: Grant,
    type: string,
    id: string,
    carried: LabelRef[] | null,
  ): string {
    const kinds = about[roleName];
    if (given.kind === 'list' && given.resources.some((one) => one.type === type && one.id === id))
      return 'named';
    if (kinds && !kinds.includes(type)) return 'nowhere';
    if (given.kind === 'unknown') return 'uncertain';
    if (given.kind === 'all') return kinds ? 'overall' : 'uncertain';
    if (kinds && !narrows.has(roleName)) return 'uncertain';
    if (given.kind === 'list') return kinds && given.resources[0]?.type !== type ? 'uncertain' : 'nowhere';
    if (carried === null) return 'uncertain';
    const carries = given.labels.every((one) =>
      carried.some(({ key, value }) => key === one.key && value === one.value),
    );
    if (!carries) return 'nowhere';
    return kinds ? 'byLabel' : 'uncertain';
  }

  it('agree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(role, scope), { maxLength: 12 }),
        someLabels,
        fc.option(someLabels),
        (parts, sourceLabels, spaceLabels) => {
          const grants = parts.map(([name, given]) => grant(name, given));
          const all = [resources.source('s', ...sourceLabels), resources.space('p', spaceLabels)];
          for (const [type, id, texts] of [
            ['SOURCE', 's', sourceLabels],
            ['SPACE', 'p', spaceLabels],
          ] as const) {
            const carried = texts?.map(label) ?? null;
            const expected = (place: string) =>
              grants.flatMap((one, number) => (plain(one, type, id, carried) === place ? [number] : []));
            expect(places(grants, all, id)).toEqual({
              named: expected('named'),
              byLabel: carried && expected('byLabel'),
              overall: expected('overall'),
              uncertain: expected('uncertain'),
            });
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
