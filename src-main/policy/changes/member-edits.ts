import type { Change, Edit } from '@contract/changes';
import type { Member, Snapshot } from '@contract/snapshot';
import { type EditPlan, edits, impossible, unseen } from './edit-plan';
import { leaveEdit } from './group-edits';

type MemberChange = Extract<
  Change,
  { kind: 'invite' | 'revokeInvite' | 'acceptInvite' | 'addMember' | 'removeMember' }
>;

/** Addresses are one person's without case; an alias (`name+workspace@`) is another identity. */
function isSameAddress(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Why the person cannot become a member: the id or an address of theirs is one already; else `null`. */
function alreadyThere({ members }: Snapshot, { id, email }: Member, invited = email): string | null {
  const present = members.find(
    (each) => each.id === id || isSameAddress(each.email, email) || isSameAddress(each.email, invited),
  );
  return present === undefined ? null : `\`${present.email}\` is a member already`;
}

/**
 * The invited address turns into a member in every group that it was put in. Whether a
 * group's count includes its invited addresses is not documented: it stays, and is never
 * lower than what is known to be in the group, so that an unread group is not taken for an empty one.
 */
function joinInvitedGroups({ groups }: Snapshot, email: string, { id }: Member): Edit[] {
  return groups.flatMap((before, at): Edit[] => {
    const { invitedEmails, memberIds, memberCount } = before;
    if (invitedEmails !== null && !invitedEmails.includes(email)) return [];
    if (invitedEmails === null && memberCount > 0) return [];
    const joined = memberIds === null || memberIds.includes(id) ? memberIds : [...memberIds, id];
    const after = {
      ...before,
      invitedEmails: invitedEmails?.filter((each) => each !== email) ?? null,
      memberIds: joined,
      memberCount: Math.max(memberCount, joined?.length ?? 1),
    };
    return [{ collection: 'groups', at, before, after }];
  });
}

function dropInvitedAddress({ groups }: Snapshot, email: string): Edit[] {
  return groups.flatMap((before, at): Edit[] => {
    if (before.invitedEmails?.includes(email) !== true) return [];
    const invitedEmails = before.invitedEmails.filter((each) => each !== email);
    return [{ collection: 'groups', at, before, after: { ...before, invitedEmails } }];
  });
}

/** People coming and going. Whoever leaves the workspace leaves its groups too. */
export function memberEdits(snapshot: Snapshot, change: MemberChange): EditPlan {
  const { members, invites, groups } = snapshot;
  switch (change.kind) {
    case 'invite':
      if (members.some(({ id, email }) => id === change.email || isSameAddress(email, change.email))) {
        return impossible(`\`${change.email}\` is a member already`);
      }
      if (invites.some(({ email }) => isSameAddress(email, change.email))) {
        return impossible(`\`${change.email}\` is invited already`);
      }
      return edits({
        collection: 'invites',
        at: invites.length,
        before: null,
        after: { email: change.email },
      });
    case 'revokeInvite':
    case 'acceptInvite': {
      const at = invites.findIndex(({ email }) => email === change.email);
      const before = invites[at];
      if (before === undefined) return impossible(`there is no invite for \`${change.email}\``);
      const gone: Edit = { collection: 'invites', at, before, after: null };
      if (change.kind === 'revokeInvite') return edits(gone, ...dropInvitedAddress(snapshot, change.email));
      const present = alreadyThere(snapshot, change.member, change.email);
      if (present !== null) return impossible(present);
      const hidden = groups.find(
        ({ invitedEmails, memberIds }) => invitedEmails === null && memberIds !== null,
      );
      if (hidden !== undefined) {
        return unseen(`whether \`${change.email}\` was put in the group ${hidden.name} could not be read`);
      }
      const joined: Edit = { collection: 'members', at: members.length, before: null, after: change.member };
      return edits(gone, joined, ...joinInvitedGroups(snapshot, change.email, change.member));
    }
    case 'addMember': {
      const present = alreadyThere(snapshot, change.member);
      if (present !== null) return impossible(present);
      return edits({ collection: 'members', at: members.length, before: null, after: change.member });
    }
    case 'removeMember': {
      const at = members.findIndex(({ id }) => id === change.memberId);
      const before = members[at];
      if (before === undefined) return impossible(`there is no member \`${change.memberId}\``);
      const left = groups.flatMap((_, place) => leaveEdit(snapshot, place, before.id) ?? []);
      return edits({ collection: 'members', at, before, after: null }, ...left);
    }
  }
}
