import { overviewSchema } from '@contract/overview';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../src-main/lists/relations/facts';
import { behindMark } from '../../../src-main/overview/behind';
import { overviewOf } from '../../../src-main/overview/overview';
import { theWorkspace } from '../../../src-main/policy/decision/target';
import { compile } from '../../../src-main/policy/policy';
import { buildSnapshot, group, resources } from '../../fixtures/snapshot';
import { randomWorld } from '../policy/random-world';

function look(seed: number) {
  const policy = compile(randomWorld(seed));
  const facts = readFacts(policy.snapshot);
  return { policy, facts, overview: overviewSchema.parse(overviewOf(policy, facts, [])) };
}

describe('the numbers of the overview', () => {
  it('are the answers of the engine, cell by cell', () => {
    let cells = 0;
    for (let seed = 1; seed <= 100; seed += 1) {
      const { policy, overview } = look(seed);
      const { members, resources: all } = policy.snapshot;
      for (const { type, admin, read, none, unknown, pii, resources: count } of overview.reach) {
        const expected = { admin: 0, read: 0, none: 0, unknown: 0, pii: 0 };
        const ofType = all.filter((each) => each.type === type);
        for (const { id } of members) {
          for (const resource of ofType) {
            const { atLeast, atMost } = policy.level(id, resource);
            expected[atLeast === 'none' && atMost !== 'none' ? 'unknown' : atLeast] += 1;
            const sees = policy.check(id, 'viewPii', { kind: 'resource', type, id: resource.id });
            if (sees === 'allowed' && atLeast !== 'none') expected.pii += 1;
            cells += 1;
          }
        }
        expect({ admin, read, none, unknown, pii }).toEqual(expected);
        expect(count).toBe(ofType.length);
      }
      const owners = members.filter(({ id }) => policy.check(id, 'manageAccess', theWorkspace) === 'allowed');
      expect(overview.people.owners).toBe(owners.length);
      const reaching = members.filter(({ id }) =>
        all.some((each) => policy.level(id, each).atLeast !== 'none'),
      );
      expect(overview.people.reaching).toBe(reaching.length);
    }
    expect(cells).toBeGreaterThan(2000);
  });

  it('are as many as the things behind each mark', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const { policy, facts, overview } = look(seed);
      const behind = (mark: Parameters<typeof behindMark>[2]) => behindMark(policy, facts, mark).length;
      const { people, labelCoverage, grants, groups, reach } = overview;
      expect(behind({ kind: 'owners' })).toBe(people.owners + people.perhapsOwners);
      expect(behind({ kind: 'withoutReach' })).toBe(people.members - people.reaching);
      for (const { type, resources: count } of reach) expect(behind({ kind: 'resources', type })).toBe(count);
      for (const { key, sources, spaces } of labelCoverage.keys) {
        expect(behind({ kind: 'labelKey', type: 'SOURCE', key, carried: true })).toBe(sources);
        expect(behind({ kind: 'labelKey', type: 'SOURCE', key, carried: false })).toBe(
          labelCoverage.sources - sources,
        );
        expect(behind({ kind: 'labelKey', type: 'SPACE', key, carried: true })).toBe(spaces);
      }
      for (const holder of ['member', 'group'] as const) {
        for (const scope of ['all', 'list', 'labels', 'unknown'] as const) {
          expect(behind({ kind: 'grants', holder, scope })).toBe(grants[holder][scope]);
        }
      }
      for (const { from, to, groups: count } of groups.sizes)
        expect(behind({ kind: 'groups', from, to })).toBe(count);
      const counted = groups.sizes.reduce((sum, each) => sum + each.groups, groups.unknown);
      expect(counted).toBe(policy.snapshot.groups.length);
    }
  });

  it('count spaces whose labels cannot be seen apart, and groups that could not be read', () => {
    const snapshot = buildSnapshot({
      resources: [
        resources.source('s', 'env:prod', 'env:test'),
        resources.space('a'),
        resources.space('b', ['env:prod']),
      ],
      groups: [group('g', { memberIds: null })],
      unknowns: [{ subject: 'groupMembers', id: 'g', reason: 'Not read.' }],
    });
    const policy = compile(snapshot);
    const { labelCoverage, groups } = overviewOf(policy, readFacts(snapshot), []);
    expect(labelCoverage).toMatchObject({ sources: 1, spaces: 2, hiddenSpaces: 1 });
    expect(labelCoverage.keys).toEqual([{ key: 'env', values: 2, sources: 1, spaces: 1 }]);
    expect(groups).toMatchObject({ unknown: 1, unread: 'Not read.' });
  });
});
