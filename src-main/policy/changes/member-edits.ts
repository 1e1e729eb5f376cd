import type { Change, Edit } from '@contract/changes';
import type { Member, Snapshot } from '@contract/snapshot';
import { type EditPlan, edits, impossible } from './edit-plan';
import { leaveEdit } from './group-edits';

type MemberChange = Extract<
  Change,
  { kind: 'invite' | 'revokeInvite' | 'acceptInvite' | 'addMember' | 'removeMember' }
>;

/** The invited address turns into a member in every group that it was put in. */
function joinInvitedGroups({ groups }: Snapshot, email: string, { id }: Member): Edit[] {
  return groups.flatMap((before, at): Edit[] => {
    if (before.invitedEmails?.includes(email) !== true) return [];
    const invitedEmails = before.invitedEmails.filter((each) => each !== email);
    const memberIds = before.memberIds === null ? null : [...before.memberIds, id];
    return [{ collection: 'groups', at, before, after: { ...before, invitedEmails, memberIds } }];
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
      if (invites.some(({ email }) => email === change.email)) {
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
      if (members.some(({ id }) => id === change.member.id)) {
        return impossible(`\`${change.member.id}\` is a member already`);
      }
      const joined: Edit = { collection: 'members', at: members.length, before: null, after: change.member };
      return edits(gone, joined, ...joinInvitedGroups(snapshot, change.email, change.member));
    }
    case 'addMember':
      if (members.some(({ id }) => id === change.member.id)) {
        return impossible(`\`${change.member.id}\` is a member already`);
      }
      return edits({ collection: 'members', at: members.length, before: null, after: change.member });
    case 'removeMember': {
      const at = members.findIndex(({ id }) => id === change.memberId);
      const before = members[at];
      if (before === undefined) return impossible(`there is no member \`${change.memberId}\``);
      const left = groups.flatMap((_, place) => leaveEdit(snapshot, place, before.id) ?? []);
      return edits({ collection: 'members', at, before, after: null }, ...left);
    }
  }
}
