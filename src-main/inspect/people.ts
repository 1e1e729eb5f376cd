import type { Inspection } from '@contract/inspect';
import type { Group } from '@contract/snapshot';
import type { ListIndex } from '../lists/list-index';
import { addressKey } from '../lists/relations/subject-ids';
import { memberRowId } from '../lists/rows/member-table';
import { viewGrant } from './grant-view';
import { capReferences, groupReference, joinSentences, memberReference } from './references';

type Of<Kind extends Inspection['kind']> = Extract<Inspection, { kind: Kind }>;

/** Said of an invite where the snapshot has no words of its own. */
const INVITE_SHOWS_ADDRESS_ONLY =
  "Segment's Public API shows the address of a pending invite, and not the access that it offers.";

function because(what: string, reason: string | null): string {
  return reason === null ? `${what} could not be read.` : `${what} could not be read: ${reason}`;
}

function named(groups: readonly Group[]): string {
  const [first, ...others] = groups;
  if (!first) return 'no group';
  return others.length === 0 ? `the group ${first.name}` : `${groups.length.toLocaleString('en')} groups`;
}

/** A list that has gaps is shown with its reason; an empty one with gaps would look like a plain no. */
function unlessHollow<Item>(items: Item[], complete: boolean): Item[] | null {
  return items.length === 0 && !complete ? null : items;
}

/**
 * A member with the grants held directly and through groups. Where part of it
 * could not be read, `reason` says so beside what is known.
 */
export function inspectMember(index: ListIndex, id: string): Of<'member'> | null {
  const { facts } = index;
  const member = facts.memberById().get(id);
  const row = index.members().byId(memberRowId({ kind: 'member', id }));
  if (!member || !row) return null;
  const memberships = facts.memberships();
  const held = facts.grants();
  const inGroups = memberships.ofMember(id);
  const unread = inGroups.filter((group) => group.grants === null);
  const membershipsComplete = memberships.groupsUnread === null && memberships.unseenMembers.length === 0;
  const grants = [
    ...held.ofHolder('member', id).map((one) => viewGrant(facts, one)),
    ...inGroups
      .flatMap((group) => held.ofHolder('group', group.id))
      .map((one) => viewGrant(facts, one, true)),
  ];
  const groups = capReferences(inGroups.map(groupReference), 'groups');
  return {
    kind: 'member',
    row,
    grants: unlessHollow(grants, member.grants !== null && unread.length === 0 && membershipsComplete),
    groups: unlessHollow(groups.references, membershipsComplete),
    reason: joinSentences([
      member.grants === null
        ? because("This member's own grants", facts.unknowns.of('memberGrants', id))
        : null,
      ...unread.map((group) =>
        because(`The grants of the group ${group.name}`, facts.unknowns.of('groupGrants', group.id)),
      ),
      memberships.groupsUnread,
      memberships.unseenMembers.length === 0
        ? null
        : `The members of ${named(memberships.unseenMembers)} could not be read: this member may be among them.`,
      groups.leftOut,
    ]),
  };
}

/** A pending invite: the groups that wait for it, and why its permissions are unknown. */
export function inspectInvite(index: ListIndex, address: string): Of<'invite'> | null {
  const { facts } = index;
  const invite = facts.inviteByAddress().get(addressKey(address));
  const row = invite && index.members().byId(memberRowId({ kind: 'invite', id: invite.email }));
  if (!row) return null;
  const memberships = facts.memberships();
  const complete = memberships.groupsUnread === null && memberships.unseenInvites.length === 0;
  const groups = capReferences(memberships.awaiting(address).map(groupReference), 'groups');
  const permissions = facts.unknowns.of('invitePermissions', row.id) ?? INVITE_SHOWS_ADDRESS_ONLY;
  return {
    kind: 'invite',
    row,
    groups: unlessHollow(groups.references, complete),
    reason:
      joinSentences([
        permissions,
        memberships.groupsUnread,
        memberships.unseenInvites.length === 0
          ? null
          : `The invited addresses of ${named(memberships.unseenInvites)} could not be read: this one may be among them.`,
        groups.leftOut,
      ]) ?? permissions,
  };
}

/** A group with its grants, its members and the addresses that it waits for. */
export function inspectGroup(index: ListIndex, id: string): Of<'group'> | null {
  const { facts } = index;
  const group = facts.memberships().groupById.get(id);
  const row = index.groups().byId(id);
  if (!group || !row) return null;
  const { unknowns } = facts;
  const members =
    group.memberIds &&
    capReferences(
      group.memberIds.map((memberId) => memberReference(facts, memberId)),
      'members',
    );
  return {
    kind: 'group',
    row,
    grants:
      group.grants &&
      facts
        .grants()
        .ofHolder('group', id)
        .map((one) => viewGrant(facts, one)),
    members: members?.references ?? null,
    invited: group.invitedEmails && [...group.invitedEmails],
    reason: joinSentences([
      group.grants === null ? because("The group's grants", unknowns.of('groupGrants', id)) : null,
      group.memberIds === null ? because("The group's members", unknowns.of('groupMembers', id)) : null,
      group.invitedEmails === null
        ? because("The group's invited addresses", unknowns.of('groupInvites', id))
        : null,
      members?.leftOut ?? null,
    ]),
  };
}
