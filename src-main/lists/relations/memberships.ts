import type { Group, Snapshot } from '@contract/snapshot';
import { addressKey } from './subject-ids';
import type { UnknownReasons } from './unknown-reasons';

/** Who is in which group, as far as it could be read. */
export interface Memberships {
  readonly groupById: ReadonlyMap<string, Group>;
  /** Set when the groups themselves could not be read: the reason. */
  readonly groupsUnread: string | null;
  /** Groups whose members could not be read: anybody may be in them. */
  readonly unseenMembers: readonly Group[];
  /** Groups whose invited addresses could not be read. */
  readonly unseenInvites: readonly Group[];
  /** The groups in which the member was seen. */
  ofMember(memberId: string): readonly Group[];
  /** The groups that wait for the address to accept its invite. */
  awaiting(email: string): readonly Group[];
}

function collect(into: Map<string, Group[]>, key: string, group: Group): void {
  const groups = into.get(key);
  if (!groups) into.set(key, [group]);
  else if (groups.at(-1) !== group) groups.push(group);
}

/** Turns the members of each group round into the groups of each member. */
export function readMemberships(snapshot: Snapshot, unknowns: UnknownReasons): Memberships {
  const groupById = new Map<string, Group>();
  const byMember = new Map<string, Group[]>();
  const byAddress = new Map<string, Group[]>();
  const unseenMembers: Group[] = [];
  const unseenInvites: Group[] = [];
  for (const group of snapshot.groups) {
    groupById.set(group.id, group);
    if (group.memberIds === null) unseenMembers.push(group);
    else for (const id of group.memberIds) collect(byMember, id, group);
    if (group.invitedEmails === null) unseenInvites.push(group);
    else for (const email of group.invitedEmails) collect(byAddress, addressKey(email), group);
  }
  return {
    groupById,
    groupsUnread: unknowns.whole('groups'),
    unseenMembers,
    unseenInvites,
    ofMember: (memberId) => byMember.get(memberId) ?? [],
    awaiting: (email) => byAddress.get(addressKey(email)) ?? [],
  };
}
