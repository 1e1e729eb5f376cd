import { describe, expect, it } from 'vitest';
import { countPolicy } from '../../../src-main/compiled-policies/counting';
import { holdPolicy } from '../../../src-main/compiled-policies/held-policy';
import { inspect } from '../../../src-main/inspect/inspect';
import { createListIndex } from '../../../src-main/lists/list-index';
import { queryLabels, queryMembers, queryResources } from '../../../src-main/lists/queries';
import { reachAt } from '../../../src-main/lists/reach-counts';
import { compile } from '../../../src-main/policy/policy';
import { buildSnapshot, grant, group, member, resources, scopes } from '../../fixtures/snapshot';
import { randomWorld } from '../policy/random-world';

const question = { text: '', sort: null, offset: 0, limit: 100 };

function tallied(cells: Iterable<number>) {
  const reach = { read: 0, admin: 0, unknown: 0, pii: 0 };
  for (const cell of cells) {
    if ((cell & 2) !== 0) reach.admin += 1;
    else if ((cell & 1) !== 0) reach.read += 1;
    else if ((cell & 4) !== 0) reach.unknown += 1;
    if ((cell & 64) !== 0) reach.pii += 1;
  }
  return reach;
}

describe('counts', () => {
  it('stand at the places of the snapshot and are those of the cells', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const snapshot = randomWorld(seed);
      const counts = countPolicy(holdPolicy(snapshot));
      const policy = compile(snapshot);
      snapshot.members.forEach(({ id }, place) => {
        const cells = policy.matrixWindow([id], snapshot.resources);
        expect(reachAt(counts.members, place), `world ${seed}`).toEqual(tallied(cells));
      });
      const ids = snapshot.members.map(({ id }) => id);
      snapshot.resources.forEach((resource, place) => {
        const cells = policy.matrixWindow(ids, [resource]);
        expect(reachAt(counts.resources, place), `world ${seed}`).toEqual(tallied(cells));
      });
    }
  });

  it('give a group what somebody has who is in it and holds nothing else', () => {
    for (let seed = 0; seed < 60; seed += 1) {
      const snapshot = randomWorld(seed);
      const counts = countPolicy(holdPolicy(snapshot));
      const unknowns = snapshot.unknowns.filter(
        ({ subject }) => subject !== 'groups' && subject !== 'members',
      );
      snapshot.groups.forEach((one, place) => {
        const alone = compile({
          ...snapshot,
          unknowns,
          members: [{ id: 'x', name: 'x', email: 'x@example.com', grants: [] }],
          groups: [{ ...one, memberIds: ['x'] }],
        });
        expect(reachAt(counts.groups, place), `world ${seed}`).toEqual(
          tallied(alone.matrixWindow(['x'], snapshot.resources)),
        );
      });
    }
  });

  const snapshot = buildSnapshot({
    members: [
      member('ada', { grants: [grant('Source Admin', scopes.labels('env:prod'))] }),
      member('ben', { grants: [grant('Source Read-only', scopes.labels('env:prod'))] }),
      member('cid'),
    ],
    invites: [{ email: 'new@example.com' }],
    groups: [
      group('g', { memberIds: ['ada', 'cid'], grants: [grant('Source Admin', scopes.labels('env:prod'))] }),
    ],
    resources: [
      resources.source('s1', 'env:prod'),
      resources.source('s2'),
      resources.source('s3', 'env:prod'),
    ],
    labels: [
      { key: 'env', value: 'prod' },
      { key: 'env', value: 'dev' },
    ],
  });

  it('count the people of a label once each, whichever way they hold it', () => {
    const { labels, people } = countPolicy(holdPolicy(snapshot));
    expect(labels.map((label, place) => [label, people[place]])).toEqual([['env:prod', 3]]);
  });

  it('come into the rows, the sorts and the inspector when they are there, and not before', () => {
    const index = createListIndex(snapshot);
    const byReach = { ...question, show: 'all', sort: { column: 'reach', direction: 'descending' } } as const;
    const before = queryMembers(index, byReach);
    expect(before.rows.map(({ reach }) => reach)).toEqual([null, null, null, null]);
    const sort = { column: 'reach', direction: 'descending' } as const;
    queryResources(index, { ...question, types: [], label: null, sort });
    queryLabels(index, { ...question, sort: { column: 'people', direction: 'descending' } });

    index.counts.put(countPolicy(holdPolicy(snapshot)));
    const rows = queryMembers(index, byReach).rows.map(({ id, reach }) => [id, reach?.admin, reach?.read]);
    expect(rows).toEqual([
      ['ada', 2, 0],
      ['ben', 0, 2],
      ['cid', 2, 0],
      ['new@example.com', undefined, undefined],
    ]);
    const things = queryResources(index, { ...question, types: [], label: null, sort }).rows;
    expect(things.map(({ id, reach }) => [id, reach?.admin])).toEqual([
      ['s1', 2],
      ['s3', 2],
      ['s2', 0],
    ]);
    const labels = queryLabels(index, { ...question, sort: { column: 'people', direction: 'descending' } });
    expect(labels.rows.map(({ value, people }) => [value, people])).toEqual([
      ['prod', 3],
      ['dev', 0],
    ]);
    const seen = inspect(index, { kind: 'group', id: 'g' }, { attestations: [] });
    expect(seen).toMatchObject({ row: { reach: { admin: 2, read: 0, unknown: 0, pii: 0 } } });
  });
});
