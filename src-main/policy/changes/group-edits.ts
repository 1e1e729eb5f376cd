import type { Change, Edit } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { type EditPlan, edits, impossible, unseen } from './edit-plan';

type GroupChange = Extract<
  Change,
  { kind: 'addToGroup' | 'removeFromGroup' | 'createGroup' | 'renameGroup' | 'deleteGroup' }
>;

/** The edit that takes a member out of the group at this place; `null` when it is not in it. */
export function leaveEdit({ groups }: Snapshot, at: number, memberId: string): Edit | null {
  const before = groups[at];
  if (before?.memberIds?.includes(memberId) !== true) return null;
  const memberIds = before.memberIds.filter((id) => id !== memberId);
  const memberCount = Math.max(0, before.memberCount - 1);
  return { collection: 'groups', at, before, after: { ...before, memberIds, memberCount } };
}

/** Changes of groups and of who is in them. */
export function groupEdits(snapshot: Snapshot, change: GroupChange): EditPlan {
  const { groups, members } = snapshot;
  const at = groups.findIndex(({ id }) => id === change.groupId);
  const before = groups[at];
  if (change.kind === 'createGroup') {
    if (before !== undefined) return impossible(`there is a group \`${change.groupId}\` already`);
    const after = {
      id: change.groupId,
      name: change.name,
      memberCount: 0,
      memberIds: [],
      invitedEmails: [],
      grants: [],
    };
    return edits({ collection: 'groups', at: groups.length, before: null, after });
  }
  if (before === undefined) return impossible(`there is no group \`${change.groupId}\``);
  switch (change.kind) {
    case 'renameGroup':
      return edits({ collection: 'groups', at, before, after: { ...before, name: change.name } });
    case 'deleteGroup':
      return edits({ collection: 'groups', at, before, after: null });
    case 'addToGroup': {
      const { memberId } = change;
      if (!members.some(({ id }) => id === memberId)) return impossible(`there is no member \`${memberId}\``);
      if (before.memberIds === null) return unseen(`the members of \`${before.id}\` could not be read`);
      if (before.memberIds.includes(memberId)) return edits();
      const memberIds = [...before.memberIds, memberId];
      const after = { ...before, memberIds, memberCount: before.memberCount + 1 };
      return edits({ collection: 'groups', at, before, after });
    }
    case 'removeFromGroup': {
      if (before.memberIds === null) return unseen(`the members of \`${before.id}\` could not be read`);
      const edit = leaveEdit(snapshot, at, change.memberId);
      return edit === null ? impossible(`\`${change.memberId}\` is not in \`${before.id}\``) : edits(edit);
    }
  }
}
