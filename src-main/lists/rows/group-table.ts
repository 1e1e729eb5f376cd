import type { GroupRow } from '@contract/lists';
import { type ReachCounts, reachAt, reachOrder } from '../reach-counts';
import type { WorkspaceFacts } from '../relations/facts';
import { createTable, type Table } from '../table';
import { roleNames } from './standing';

export type GroupColumn = 'name' | 'members' | 'grants' | 'reach';
export type GroupTable = Table<GroupRow, GroupColumn>;

/**
 * The user groups. Members are counted from the group's own list: the count
 * that Segment gives beside a group may include invited addresses.
 */
export function createGroupTable(facts: WorkspaceFacts, counts: ReachCounts): GroupTable {
  const rows = facts.snapshot.groups.map(
    (group): GroupRow => ({
      id: group.id,
      name: group.name,
      members: group.memberIds?.length ?? null,
      invited: group.invitedEmails?.length ?? null,
      roles: group.grants === null ? null : roleNames(facts.grants().ofHolder('group', group.id)),
      grants: group.grants?.length ?? null,
      reach: null,
    }),
  );
  const reachOf = (place: number) => reachAt(counts.current()?.groups, place);
  return createTable({
    rows,
    idOf: (row) => row.id,
    searched: (row) => [row.name, row.id],
    columns: {
      name: { by: 'text', of: (row) => row.name },
      members: { by: 'number', of: (row) => row.members },
      grants: { by: 'number', of: (row) => row.grants },
      reach: { by: 'number', of: (_, place) => reachOrder(reachOf(place)), asOf: counts.current },
    },
    first: 'name',
    complete: (row, place) => ({ ...row, reach: reachOf(place) }),
  });
}
