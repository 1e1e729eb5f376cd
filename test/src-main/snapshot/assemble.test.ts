import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleSnapshot, type Gathered } from '../../../src-main/snapshot/assemble';
import { gathered } from './gathered';

const shuffled = <T>(values: readonly T[]) =>
  fc.shuffledSubarray([...values], { minLength: values.length, maxLength: values.length });

/** The same with the keys of every object turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  );
}

describe('assembleSnapshot', () => {
  it('sorts by id, resources by kind first', async () => {
    const snapshot = await assembleSnapshot(gathered());
    expect(snapshot.resources.map(({ type }) => type)).toEqual(['FUNCTION', 'SOURCE', 'SPACE']);
    expect(snapshot.groups[0]?.memberIds).toEqual(['u1', 'u2']);
    expect(snapshot.roles.map(({ id }) => id)).toEqual(['o', 's']);
    expect(snapshot.labels.map(({ value }) => value)).toEqual(['dev', 'prod']);
    expect(snapshot.invites.map(({ email }) => email)).toEqual(['also@example.com', 'new@example.com']);
  });

  it('gives the same snapshot whatever the order of everything, and of keys', async () => {
    const base = gathered();
    const expected = await assembleSnapshot(base);
    const orders = fc.record({
      members: shuffled(base.members),
      invites: shuffled(base.invites),
      groups: shuffled(base.groups),
      roles: shuffled(base.roles),
      labels: shuffled(base.labels),
      resources: shuffled(base.resources),
      unknowns: shuffled([...base.unknowns, ...base.unknowns]),
      reads: shuffled(base.reads),
      flip: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(orders, async ({ flip, ...lists }) => {
        const groups = lists.groups.map((group) => ({
          ...group,
          memberIds: flip ? (group.memberIds?.toReversed() ?? null) : group.memberIds,
        }));
        const other: Gathered = { ...base, ...lists, groups };
        const snapshot = await assembleSnapshot(flip ? Object.assign({ ...other }, turned(other)) : other);
        expect(snapshot).toEqual(expected);
        expect(snapshot.fingerprint).toBe(expected.fingerprint);
      }),
      { numRuns: 50 },
    );
  });

  it('has a fingerprint of the content, not of when and how it was read', async () => {
    const base = await assembleSnapshot(gathered());
    const later = await assembleSnapshot({
      ...gathered(),
      startedAt: '2026-11-24T12:00:00.000Z',
      completedAt: '2026-11-24T12:00:05.000Z',
      reads: [],
    });
    expect(later.fingerprint).toBe(base.fingerprint);
  });

  it.each<[string, (g: Gathered) => Gathered]>([
    ['a name', (g) => ({ ...g, workspace: { ...g.workspace, name: 'Acme 2' } })],
    ['a member that is gone', (g) => ({ ...g, invites: g.invites.slice(1) })],
    [
      'a grant',
      (g) => ({
        ...g,
        members: g.members.map((m) => (m.id === 'u2' ? { ...m, grants: null } : m)),
        unknowns: [...g.unknowns, { subject: 'memberGrants', id: 'u2', reason: 'x' }],
      }),
    ],
    [
      'a label of a source',
      (g) => ({
        ...g,
        resources: g.resources.map((r) =>
          r.type === 'SOURCE' ? { ...r, labels: [{ key: 'a', value: 'b' }] } : r,
        ),
      }),
    ],
    [
      'a membership',
      (g) => ({
        ...g,
        groups: g.groups.map((each) => (each.id === 'g2' ? { ...each, memberIds: ['u3'] } : each)),
      }),
    ],
    ['a description', (g) => ({ ...g, labels: g.labels.map((each) => ({ ...each, description: 'd' })) })],
    ['a reason', (g) => ({ ...g, unknowns: g.unknowns.map((each) => ({ ...each, reason: 'other' })) })],
  ])('has another fingerprint after a change: %s', async (_title, change) => {
    const [before, after] = await Promise.all([
      assembleSnapshot(gathered()),
      assembleSnapshot(change(gathered())),
    ]);
    expect(after.fingerprint).not.toBe(before.fingerprint);
  });

  it('is frozen all through', async () => {
    const snapshot = await assembleSnapshot(gathered());
    const open: string[] = [];
    const walk = (value: unknown, path: string) => {
      if (typeof value !== 'object' || value === null) return;
      if (!Object.isFrozen(value)) open.push(path);
      for (const [key, each] of Object.entries(value)) walk(each, `${path}.${key}`);
    };
    walk(snapshot, '');
    expect(open).toEqual([]);
  });

  it('lists what cannot be seen without extensions', async () => {
    const { unknowns } = await assembleSnapshot(gathered());
    expect(unknowns.map(({ subject, id }) => (id === undefined ? subject : `${subject} ${id}`))).toEqual([
      'grantScope g1',
      'hipaaEligible',
      'invitePermissions',
      'memberGrants u3',
      'plan',
      'signIn',
      'spaceLabels',
      'tokens',
      'warehouses',
    ]);
    for (const { reason } of unknowns) expect(reason).toMatch(/^[A-Z].*\.$/);
  });

  it('lists less with extensions and without invites', async () => {
    const base = gathered();
    const { unknowns } = await assembleSnapshot({
      ...base,
      invites: [],
      groups: [],
      resources: [{ type: 'SPACE', id: 'x', name: 'Space', labels: [] }],
      beyondApi: {
        plan: 'business',
        hipaaEligible: false,
        actingToken: { id: 't', role: 'Owner', createdBy: 'ada@example.com' },
        tokens: [],
      },
    });
    expect(unknowns.map(({ subject }) => subject)).toEqual(['memberGrants', 'signIn', 'warehouses']);
  });

  it('stops when it is cancelled', async () => {
    const many = Array.from({ length: 30_000 }, (_, i) => ({
      id: `u${i}`,
      name: 'N',
      email: `n${i}@example.com`,
      grants: [],
    }));
    const controller = new AbortController();
    const made = assembleSnapshot(
      { ...gathered(), members: [...gathered().members, ...many] },
      controller.signal,
    );
    controller.abort();
    await expect(made).rejects.toThrow();
  });

  it('lets the event loop run while it makes a big one', async () => {
    const grants = Array.from({ length: 3 }, (_, i) => ({
      roleId: `r${i}`,
      roleName: 'Source Admin',
      scope: { kind: 'labels' as const, labels: [{ key: 'environment', value: 'prod' }] },
    }));
    const members = Array.from({ length: 20_000 }, (_, i) => ({
      id: `u${i}`,
      name: `Name ${i}`,
      email: `n${i}@example.com`,
      grants,
    }));
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await assembleSnapshot({ ...gathered(), groups: [], members, unknowns: [] });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });
});
