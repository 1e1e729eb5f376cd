// @vitest-environment happy-dom
import type { GroupRow, ListPage } from '@contract/lists';
import { describe, expect, it } from 'vitest';
import { GroupsScreen } from '../../../../src-renderer/screens/groups/GroupsScreen';
import { reach } from '../../../fixtures/policy-answers';
import { button, click, pageText, settle } from '../../components/list/mount';
import { cellsOf, openScreen, prepareScreen } from '../open-screen';

const rows: GroupRow[] = [
  {
    id: 'g1',
    name: 'Analysts',
    members: 42,
    invited: 1,
    roles: ['Source Read-only'],
    grants: 2,
    reach: reach(),
  },
  { id: 'g2', name: '', members: null, invited: null, roles: null, grants: null, reach: null },
];

function page(changes: Partial<ListPage<'groups'>> = {}): ListPage<'groups'> {
  return { fingerprint: 'f', total: 2, matched: 2, offset: 0, rows, unknown: null, ...changes };
}

describe('groups', () => {
  it('show who is in them and what they grant, and unknown for what could not be read', async () => {
    prepareScreen('groups').answer({ 'lists.groups': () => page() });
    await openScreen(<GroupsScreen />);
    expect(cellsOf(0)).toEqual([
      'Analysts',
      'Source Read-only',
      'gives 38 of 304 resources: 12 admin, 26 read, 3 unknown38+3 unknown',
      '42',
      '1',
      '2',
    ]);
    expect(cellsOf(1)).toEqual([
      'no name',
      'unknown',
      'being worked out',
      '?unknown',
      '?unknown',
      '?unknown',
    ]);
  });

  it('are sorted by a click on a column head', async () => {
    const bridge = prepareScreen('groups').answer({ 'lists.groups': () => page() });
    await openScreen(<GroupsScreen />);
    await click(button('Members'));
    await settle();
    expect(bridge.inputsOf('lists.groups').at(-1)).toMatchObject({
      sort: { column: 'members', direction: 'ascending' },
    });
  });

  it('that do not exist are said not to', async () => {
    prepareScreen('groups').answer({ 'lists.groups': () => page({ total: 0, matched: 0, rows: [] }) });
    await openScreen(<GroupsScreen />);
    expect(pageText()).toContain('No user groups');
  });
});
