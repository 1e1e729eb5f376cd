import { describe, expect, it } from 'vitest';
import { inspect } from '../../../src-main/inspect/inspect';
import { createListIndex } from '../../../src-main/lists/list-index';
import { findInPalette } from '../../../src-main/lists/palette';
import { type Query, queryMembers, queryResources } from '../../../src-main/lists/queries';
import { buildLargeSnapshot } from '../../fixtures/large-snapshot';

/** With GATEHOUSE_TIMES=1 each step says how long it took; no test depends on it. */
const times: string[] = [];
function timed<Answer>(what: string, work: () => Answer): Answer {
  const begun = performance.now();
  const answer = work();
  times.push(`${(performance.now() - begun).toFixed(2).padStart(9)} ms  ${what}`);
  return answer;
}

describe('lists of 20,000', () => {
  const snapshot = buildLargeSnapshot({ members: 20_000, resources: 20_000, groups: 1_000 });
  const index = createListIndex(snapshot);
  const ask = (parts: Partial<Query<'members'>> = {}) =>
    queryMembers(index, { text: '', sort: null, offset: 0, limit: 200, show: 'all', ...parts });

  it('are whole when read in windows, in both directions', () => {
    timed('members: rows and counts', () => index.members());
    timed('members: first window, names sorted', () => ask());
    for (const direction of ['ascending', 'descending'] as const) {
      const sort = { column: 'email', direction } as const;
      timed(`members: first window by email, ${direction}`, () => ask({ sort }));
      const ids = new Set<string>();
      const { matched } = ask({ sort });
      timed('members: all 101 windows of the same list', () => {
        for (let offset = 0; offset < matched; offset += 200) {
          for (const row of ask({ sort, offset }).rows) ids.add(`${row.kind} ${row.id}`);
        }
      });
      expect(ids.size).toBe(snapshot.members.length + snapshot.invites.length);
    }
  });

  it('find anybody by id and by address, first', () => {
    timed('members: first search, text folded', () => ask({ text: 'nobody at all' }));
    for (const place of [0, 777, 10_000, 19_999]) {
      const person = snapshot.members[place];
      if (!person) throw new Error('no such member');
      expect(timed(`search for an id`, () => ask({ text: person.id })).rows[0]?.id).toBe(person.id);
      expect(timed(`search for an address`, () => ask({ text: person.email })).rows[0]?.id).toBe(person.id);
    }
  });

  it.each([
    'a',
    'an',
    'zoe',
    'tanaka rosa',
    '@',
    'example.com',
    'tanaak',
    'rosa-tanaka',
    'nobody@example.com',
  ])('answer a search for %j with rows that can be paged', (text) => {
    const { matched, rows } = timed(`search for ${JSON.stringify(text)}`, () => ask({ text }));
    expect(rows).toHaveLength(Math.min(matched, 200));
    timed('  its last window', () => ask({ text, offset: Math.max(0, matched - 200) }));
  });

  it('filter resources by label as a plain filter does', () => {
    const label = { key: 'environment', value: 'v1' };
    const question = { text: '', sort: null, offset: 0, limit: 0, types: [], label };
    timed('resources: rows, names sorted', () => queryResources(index, { ...question, label: null }));
    const { matched } = timed('resources: those with a label', () => queryResources(index, question));
    const naive = snapshot.resources.filter(
      (resource) =>
        resource.type === 'SOURCE' &&
        resource.labels.some(({ key, value }) => key === 'environment' && value === 'v1'),
    );
    expect(naive.length).toBeGreaterThan(1000);
    expect(matched).toBe(naive.length);
  });

  it('say so where a group does not fit into one inspection', () => {
    const huge = snapshot.groups.find(({ memberIds }) => (memberIds?.length ?? 0) > 10_000);
    if (!huge) throw new Error('no group is large enough');
    const seen = timed(`inspect a group of ${huge.memberIds?.length}`, () =>
      inspect(index, { kind: 'group', id: huge.id }, { attestations: [] }),
    );
    if (seen.kind !== 'group') throw new Error('not a group');
    expect(seen.members).toHaveLength(10_000);
    expect(seen.reason).toMatch(/^Only the first 10,000 of 1\d,\d{3} members/);
  });

  it('are searched together by the palette', () => {
    const source = { key: 'k', workspaceName: 'Large', index };
    timed('palette: first search', () => findInPalette([source], 'nobody', 50));
    const hits = timed('palette: search for "rosa"', () => findInPalette([source], 'rosa', 50));
    expect(hits).toHaveLength(50);
    if (process.env.GATEHOUSE_TIMES) process.stdout.write(`${times.join('\n')}\n`);
  });
});
