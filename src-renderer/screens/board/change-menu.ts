import type { Change } from '@contract/changes';
import type { MenuItem } from '../../components/menu-items';
import { type ChangeForm, openDialog } from '../../stores/dialogs';
import type { Principal } from './PrincipalCard';

type Take = (changes: Change[], words: string) => void;

/** What can be changed about a member, a group or an invite. `take` adds to the draft at once. */
export function changeMenu(
  { kind, id, name, mark }: Principal,
  workspaceKey: string,
  take: Take,
): MenuItem[] {
  const ask = (label: string, form: ChangeForm): MenuItem => ({
    kind: 'action',
    id: form.kind,
    label,
    onSelect: () => openDialog({ kind: 'change', key: workspaceKey, form }),
  });
  const now = (label: string, change: Change): MenuItem => ({
    kind: 'action',
    id: change.kind,
    label,
    danger: true,
    disabled: mark === 'removed',
    onSelect: () => take([change], `${label} ${name}`),
  });
  const line: MenuItem = { kind: 'line', id: 'line' };
  switch (kind) {
    case 'group':
      return [
        ask('Permissions…', { kind: 'grants', holder: { kind, id }, name }),
        ask('Who is in it…', { kind: 'groupMembers', groupId: id, name }),
        ask('Rename…', { kind: 'renameGroup', groupId: id, name }),
        line,
        now('Delete the group', { kind: 'deleteGroup', groupId: id }),
      ];
    case 'member':
      return [
        ask('Permissions…', { kind: 'grants', holder: { kind, id }, name }),
        ask('Groups…', { kind: 'memberGroups', memberId: id, name }),
        line,
        now('Remove from the workspace', { kind: 'removeMember', memberId: id }),
      ];
    case 'invite':
      return [now('Revoke the invite', { kind: 'revokeInvite', email: id })];
  }
}

/** What can be added to the workspace. */
export function newMenu(workspaceKey: string): MenuItem[] {
  const ask = (label: string, form: ChangeForm): MenuItem => ({
    kind: 'action',
    id: form.kind,
    label,
    onSelect: () => openDialog({ kind: 'change', key: workspaceKey, form }),
  });
  return [
    ask('New group…', { kind: 'createGroup' }),
    ask('New label…', { kind: 'createLabel' }),
    ask('Invite somebody…', { kind: 'invite' }),
  ];
}
