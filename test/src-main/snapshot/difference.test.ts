import { expect, it } from 'vitest';
import { assembleSnapshot } from '../../../src-main/snapshot/assemble';
import { differenceOf } from '../../../src-main/snapshot/difference';
import { gathered } from './gathered';

const SAME = { added: 0, removed: 0, changed: 0 };

it('counts what came, went and changed, in each collection', async () => {
  const base = gathered();
  const before = await assembleSnapshot(base);
  const after = await assembleSnapshot({
    ...base,
    members: [
      ...base.members.filter(({ id }) => id !== 'u3').map((member) => ({ ...member, name: 'Renamed' })),
      { id: 'u4', name: 'Di', email: 'di@example.com', grants: [] },
    ],
    unknowns: [],
    invites: [],
    labels: [...base.labels, { key: 'region', value: 'eu' }],
    resources: base.resources.map((each) => (each.type === 'SOURCE' ? { ...each, enabled: false } : each)),
  });
  expect(differenceOf(before, after)).toEqual({
    members: { added: 1, removed: 1, changed: 2 },
    invites: { added: 0, removed: 2, changed: 0 },
    groups: SAME,
    roles: SAME,
    labels: { added: 1, removed: 0, changed: 0 },
    sources: { added: 0, removed: 0, changed: 1 },
    destinations: SAME,
    warehouses: SAME,
    spaces: SAME,
    trackingPlans: SAME,
    functions: SAME,
  });
  const back = differenceOf(after, before);
  expect(back.members).toEqual({ added: 1, removed: 1, changed: 2 });
  expect(back.invites).toEqual({ added: 2, removed: 0, changed: 0 });
  expect(Object.values(differenceOf(before, before))).toEqual(Array(11).fill(SAME));
});
