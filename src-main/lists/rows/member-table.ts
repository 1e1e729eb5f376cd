import type { MemberRow } from '@contract/lists';
import { type ReachCounts, reachAt, reachOrder } from '../reach-counts';
import type { WorkspaceFacts } from '../relations/facts';
import { memberName } from '../relations/subject-ids';
import { createTable, type Table } from '../table';
import { createStandings } from './standing';

export type MemberColumn = 'name' | 'email' | 'groups' | 'directGrants' | 'reach';
export type MemberTable = Table<MemberRow, MemberColumn>;

/** The id of a row among members and invites together, as an invite's address could equal a member's id. */
export function memberRowId(row: Pick<MemberRow, 'kind' | 'id'>): string {
  return `${row.kind}:${row.id}`;
}

/** Members and pending invites in one list. What an invite offers is not shown by Segment: unknown. */
export function createMemberTable(facts: WorkspaceFacts, counts: ReachCounts): MemberTable {
  const { members, invites } = facts.snapshot;
  const memberships = facts.memberships();
  const standingOf = createStandings(facts);
  const groupsOfInvitesKnown = memberships.groupsUnread === null && memberships.unseenInvites.length === 0;
  const rows: MemberRow[] = [
    ...members.map(
      (member): MemberRow => ({
        kind: 'member',
        id: member.id,
        name: member.name,
        email: member.email,
        ...standingOf(member),
        reach: null,
      }),
    ),
    ...invites.map(
      ({ email }): MemberRow => ({
        kind: 'invite',
        id: email,
        name: '',
        email,
        owner: null,
        roles: null,
        rolesComplete: false,
        groups: groupsOfInvitesKnown ? memberships.awaiting(email).length : null,
        directGrants: null,
        reach: null,
      }),
    ),
  ];
  const reachOf = (place: number) => reachAt(counts.current()?.members, place);
  return createTable({
    rows,
    idOf: memberRowId,
    searched: (row) => [row.name, row.email, row.id],
    columns: {
      name: { by: 'text', of: memberName },
      email: { by: 'text', of: (row) => row.email },
      groups: { by: 'number', of: (row) => row.groups },
      directGrants: { by: 'number', of: (row) => row.directGrants },
      reach: { by: 'number', of: (_, place) => reachOrder(reachOf(place)), asOf: counts.current },
    },
    first: 'name',
    complete: (row, place) => ({ ...row, reach: reachOf(place) }),
  });
}
