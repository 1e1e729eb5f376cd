import { type MatrixView, matrixSchemas } from '@contract/matrix';
import type { Snapshot } from '@contract/snapshot';
import { describe, expect, it } from 'vitest';
import { holdPolicy } from '../../../../src-main/compiled-policies/held-policy';
import {
  answerFind,
  answerLine,
  answerMap,
  answerOpen,
  answerPlace,
  answerWindow,
} from '../../../../src-main/compiled-policies/matrix-views/matrix-views';
import { apply } from '../../../../src-main/policy/changes/apply';
import { compile } from '../../../../src-main/policy/policy';
import { Random, randomGrant, randomWorld } from '../../policy/random-world';
import {
  isOfLevel,
  type NaiveCell,
  naiveCell,
  naiveLabels,
  naiveWithoutOwners,
  naiveWorld,
} from './naive-matrix';

const KEY = '11111111-1111-4111-8111-111111111111';
const WHOLE: MatrixView = {
  principals: 'members',
  principalText: '',
  resourceText: '',
  groupId: null,
  types: [],
  label: null,
  level: null,
  sources: [],
  sortPrincipals: 'name',
  sortResources: 'labels',
  alike: false,
  foldBy: null,
  open: [],
};
const CODE = { none: 0, read: 1, admin: 3 } as const;

function randomView(random: Random, snapshot: Snapshot): MatrixView {
  const some = <Item>(items: readonly Item[], chance: number) => items.filter(() => random.chance(chance));
  return {
    ...WHOLE,
    principals: random.chance(0.7) ? 'members' : 'groups',
    groupId: random.chance(0.15) && snapshot.groups.length > 0 ? random.pick(snapshot.groups).id : null,
    types: random.chance(0.3) ? some(['SOURCE', 'SPACE', 'DESTINATION', 'WAREHOUSE'] as const, 0.5) : [],
    label: random.chance(0.2) ? { key: 'env', value: 'prod' } : null,
    level: random.chance(0.4)
      ? random.pick(['none', 'read', 'admin', 'unknown', 'pii', 'ownerOnly'] as const)
      : null,
    sources: random.chance(0.4) ? some(['direct', 'group', 'labels', 'list', 'all'] as const, 0.4) : [],
    sortPrincipals: random.pick(['name', 'reach'] as const),
    sortResources: random.pick(['name', 'reach', 'labels'] as const),
    alike: random.chance(0.3),
    foldBy: random.chance(0.3) ? random.pick(['env', 'brand']) : null,
    open: random.chance(0.5) ? ['=prod', 'none', 'unknown'] : [],
  };
}

/** The view found the slow way: who and what stays, and every cell. */
function naively(snapshot: Snapshot, view: MatrixView) {
  const world = naiveWorld(snapshot, view);
  const policy = compile(world);
  const without = compile(naiveWorld(naiveWithoutOwners(snapshot), view));
  const inGroup = snapshot.groups.find(({ id }) => id === view.groupId);
  let principals = [...new Map(world.members.map((member) => [member.id, member])).values()].filter(
    ({ id }) => {
      if (view.groupId === null) return true;
      if (view.principals === 'groups') return id === view.groupId;
      return inGroup?.memberIds === null || inGroup?.memberIds.includes(id) === true;
    },
  );
  const { label } = view;
  let resources = world.resources.filter((resource) => {
    const labels = naiveLabels(snapshot, resource);
    const carries =
      label === null ||
      labels === null ||
      labels.some(({ key, value }) => key === label.key && value === label.value);
    return carries && (view.types.length === 0 || view.types.includes(resource.type));
  });
  const cells = new Map<string, NaiveCell>();
  for (const { id } of principals) {
    for (const resource of resources) {
      cells.set(`${id} ${resource.type}:${resource.id}`, naiveCell(policy, without, id, resource));
    }
  }
  const cell = (id: string, key: string) => {
    const found = cells.get(`${id} ${key}`);
    if (found === undefined) throw new Error(`no cell ${id} ${key}`);
    return found;
  };
  const { level } = view;
  if (level !== null) {
    const fits = (id: string, { type, id: of }: { type: string; id: string }) =>
      isOfLevel(cell(id, `${type}:${of}`), level);
    const [people, things] = [principals, resources];
    principals = people.filter(({ id }) => things.some((resource) => fits(id, resource)));
    resources = things.filter((resource) => people.some(({ id }) => fits(id, resource)));
  }
  return { principals, resources, cell };
}

type Window = ReturnType<typeof answerWindow>;

function bitsOf(cell: NaiveCell): number {
  return (
    CODE[cell.atLeast] |
    (CODE[cell.atMost] << 2) |
    (cell.pii ? 64 : 0) |
    (cell.piiPossible ? 128 : 0) |
    (cell.ownerOnly ? 256 : 0)
  );
}

describe('a view of the matrix', () => {
  it('has the lines, counts and cells that single questions give, whatever is filtered, sorted, folded or alike', () => {
    let compared = 0;
    let folded = 0;
    let clustered = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const snapshot = randomWorld(seed);
      const held = holdPolicy(snapshot);
      const view = randomView(new Random(seed * 7), snapshot);
      const ask = { key: KEY, view };
      const naive = naively(snapshot, view);
      const open = matrixSchemas['matrix.open'].output.parse(answerOpen(held, ask));
      const whole = { offset: 0, limit: 500 };
      const window: Window = matrixSchemas['matrix.window'].output.parse(
        answerWindow(held, { ...ask, principals: whole, resources: whole, draft: [] }),
      );
      expect([open.principals.shown, open.resources.shown]).toEqual([
        naive.principals.length,
        naive.resources.length,
      ]);
      expect([open.principals.lines, open.resources.lines]).toEqual([
        window.principals.length,
        window.resources.length,
      ]);
      const sums = { admin: 0, read: 0, none: 0, unknown: 0, pii: 0 };
      for (const { id } of naive.principals) {
        for (const { type, id: of } of naive.resources) {
          const cell = naive.cell(id, `${type}:${of}`);
          if (cell.atLeast !== 'none') sums[cell.atLeast] += 1;
          else sums[cell.atMost === 'none' ? 'none' : 'unknown'] += 1;
          if (cell.pii) sums.pii += 1;
        }
      }
      expect(open.cells).toEqual(sums);

      const people = window.principals.map((_, line) =>
        answerLine(held, { ...ask, axis: 'principals', line, offset: 0, limit: 500 }).rows.map(
          ({ subject }) => subject.id,
        ),
      );
      expect(people.flat().sort()).toEqual(naive.principals.map(({ id }) => id).sort());
      if (view.alike) {
        const signature = (id: string) =>
          naive.resources.map(({ type, id: of }) => bitsOf(naive.cell(id, `${type}:${of}`))).join();
        const signatures = people.map((ids) => new Set(ids.map(signature)));
        for (const set of signatures) expect(set.size).toBe(1);
        expect(new Set(signatures.map(([only]) => only)).size).toBe(people.length);
        clustered += people.filter(({ length }) => length > 1).length;
      }
      window.resources.forEach((head, across) => {
        const things = answerLine(held, {
          ...ask,
          axis: 'resources',
          line: across,
          offset: 0,
          limit: 500,
        }).rows;
        window.principals.forEach(({ subject, reach, size }, down) => {
          const shown = window.cells[down * window.resources.length + across] ?? 0;
          const cells = things.map((thing) => naive.cell(subject.id, thing.subject.id));
          expect(size).toBe(people[down]?.length);
          if (view.foldBy === null) {
            const row = naive.resources.map(({ type, id }) => naive.cell(subject.id, `${type}:${id}`));
            expect(reach).toEqual({
              admin: row.filter(({ atLeast }) => atLeast === 'admin').length,
              read: row.filter(({ atLeast }) => atLeast === 'read').length,
              unknown: row.filter(({ atLeast, atMost }) => atLeast === 'none' && atMost !== 'none').length,
              pii: row.filter(({ pii }) => pii).length,
            });
          }
          if (head.kind === 'resource') {
            const [cell] = cells;
            if (cell === undefined) throw new Error('a line without a resource');
            expect(shown).toBe(bitsOf(cell));
          } else {
            const least = Math.min(...cells.map(({ atLeast }) => CODE[atLeast]));
            const most = Math.max(...cells.map(({ atLeast }) => CODE[atLeast]));
            const reached = cells.filter(({ atLeast }) => atLeast !== 'none');
            const expected =
              (1 << 15) |
              least |
              (most << 2) |
              (cells.some(({ atLeast, atMost }) => atLeast === 'none' && atMost !== 'none') ? 16 : 0) |
              (cells.some(({ pii }) => pii) ? 64 : 0) |
              (reached.length > 0 && reached.every(({ ownerOnly }) => ownerOnly) ? 256 : 0);
            expect(shown).toBe(expected);
            expect(head.size).toBe(cells.length);
            folded += 1;
          }
          compared += 1;
        });
      });
    }
    expect(compared).toBeGreaterThan(4000);
    expect(folded).toBeGreaterThan(500);
    expect(clustered).toBeGreaterThan(20);
  });

  it('marks what a draft widens and narrows', () => {
    let marked = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const random = new Random(seed * 13);
      const snapshot = randomWorld(seed);
      const held = holdPolicy(snapshot);
      const holder = snapshot.members[0];
      if (holder === undefined || holder.grants === null) continue;
      const grant = holder.grants[0];
      const change =
        grant !== undefined && random.chance(0.5)
          ? { kind: 'removeGrant' as const, holder: { kind: 'member' as const, id: holder.id }, grant }
          : {
              kind: 'addGrant' as const,
              holder: { kind: 'member' as const, id: holder.id },
              grant: randomGrant(random),
            };
      const applied = apply(snapshot, change);
      if (applied.kind === 'impossible') continue;
      const view: MatrixView = { ...WHOLE, foldBy: random.chance(0.3) ? 'env' : null };
      const whole = { offset: 0, limit: 500 };
      const window = answerWindow(held, {
        key: KEY,
        view,
        principals: whole,
        resources: whole,
        draft: [change],
      });
      const after = compile(applied.snapshot);
      const nobody = compile({ ...snapshot, members: [], groups: [] });
      window.resources.forEach((_, across) => {
        const things = answerLine(held, {
          key: KEY,
          view,
          axis: 'resources',
          line: across,
          offset: 0,
          limit: 500,
        }).rows;
        window.principals.forEach(({ subject }, down) => {
          let expected = 0;
          for (const thing of things) {
            const resource = snapshot.resources.find(({ type, id }) => `${type}:${id}` === thing.subject.id);
            if (resource === undefined) throw new Error('no resource');
            const before = bitsOf(naiveCell(held.policy, nobody, subject.id, resource)) & 0xcf;
            const then = bitsOf(naiveCell(after, nobody, subject.id, resource)) & 0xcf;
            expected |= ((then & ~before) === 0 ? 0 : 512) | ((before & ~then) === 0 ? 0 : 1024);
          }
          const shown = window.cells[down * window.resources.length + across] ?? 0;
          expect(shown & (512 | 1024)).toBe(expected);
          if (expected !== 0) marked += 1;
        });
      });
    }
    expect(marked).toBeGreaterThan(50);
  });

  it('draws the share of reached and of unknown cells of each tile', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const held = holdPolicy(randomWorld(seed));
      const view: MatrixView = { ...WHOLE, sortResources: 'name' };
      const open = answerOpen(held, { key: KEY, view });
      if (open.principals.lines === 0 || open.resources.lines === 0) continue;
      const whole = { offset: 0, limit: 500 };
      const window = answerWindow(held, { key: KEY, view, principals: whole, resources: whole, draft: [] });
      const [width, height] = [3, 2];
      const map = answerMap(held, { key: KEY, view, width, height });
      for (let y = 0; y < height; y += 1) {
        for (let x = 0; x < width; x += 1) {
          let [cells, reached, unknown] = [0, 0, 0];
          window.principals.forEach((_, down) => {
            window.resources.forEach((__, across) => {
              if (Math.floor((down * height) / window.principals.length) !== y) return;
              if (Math.floor((across * width) / window.resources.length) !== x) return;
              const cell = window.cells[down * window.resources.length + across] ?? 0;
              cells += 1;
              if ((cell & 1) !== 0) reached += 1;
              else if ((cell & 4) !== 0) unknown += 1;
            });
          });
          const share = (count: number) =>
            count === 0
              ? 0
              : count === cells
                ? 255
                : Math.min(254, Math.max(1, Math.round((count / cells) * 255)));
          expect([map.reach[y * width + x], map.unknown[y * width + x]]).toEqual([
            share(reached),
            share(unknown),
          ]);
        }
      }
    }
  });

  it('finds lines by their beginnings, and places what it shows', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const held = holdPolicy(randomWorld(seed));
      const view: MatrixView = { ...WHOLE, foldBy: seed % 2 === 0 ? 'env' : null, alike: seed % 3 === 0 };
      const whole = { offset: 0, limit: 500 };
      const window = answerWindow(held, { key: KEY, view, principals: whole, resources: whole, draft: [] });
      window.principals.forEach(({ subject, name }, line) => {
        expect(answerPlace(held, { key: KEY, view, subject }).line).toBe(line);
        const found = answerFind(held, { key: KEY, view, axis: 'principals', text: name, from: line });
        expect(found.line).toBe(line);
      });
      for (const { subject } of held.policy.snapshot.resources.map(({ type, id }) => ({
        subject: { kind: 'resource' as const, id: `${type}:${id}` },
      }))) {
        const { line } = answerPlace(held, { key: KEY, view, subject });
        const there = answerLine(held, {
          key: KEY,
          view,
          axis: 'resources',
          line: line ?? -1,
          offset: 0,
          limit: 500,
        });
        expect(there.rows.some((row) => row.subject.id === subject.id)).toBe(true);
      }
      expect(
        answerFind(held, { key: KEY, view, axis: 'resources', text: 'no such name', from: 0 }).line,
      ).toBeNull();
      expect(
        answerPlace(held, { key: KEY, view, subject: { kind: 'member', id: 'nobody' } }).line,
      ).toBeNull();
    }
  });
});
