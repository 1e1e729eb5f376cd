import type { ChangeForm } from '../../../stores/dialogs';
import { GrantsDialog } from './GrantsDialog';
import { GroupMembersDialog } from './GroupMembersDialog';
import { InviteDialog } from './InviteDialog';
import { MemberGroupsDialog } from './MemberGroupsDialog';
import { CreateGroupDialog, RenameGroupDialog } from './NameDialogs';
import { NewLabelDialog } from './NewLabelDialog';

/** The dialog for a change that is made without dragging. What it adds is in the draft, and nowhere else yet. */
export function ChangeDialog({
  workspaceKey,
  form,
  onClose,
}: {
  workspaceKey: string;
  form: ChangeForm;
  onClose: () => void;
}) {
  switch (form.kind) {
    case 'grants':
      return (
        <GrantsDialog workspaceKey={workspaceKey} holder={form.holder} name={form.name} onClose={onClose} />
      );
    case 'groupMembers':
      return (
        <GroupMembersDialog
          workspaceKey={workspaceKey}
          groupId={form.groupId}
          name={form.name}
          onClose={onClose}
        />
      );
    case 'memberGroups':
      return (
        <MemberGroupsDialog
          workspaceKey={workspaceKey}
          memberId={form.memberId}
          name={form.name}
          onClose={onClose}
        />
      );
    case 'createGroup':
      return <CreateGroupDialog workspaceKey={workspaceKey} onClose={onClose} />;
    case 'renameGroup':
      return (
        <RenameGroupDialog
          workspaceKey={workspaceKey}
          groupId={form.groupId}
          name={form.name}
          onClose={onClose}
        />
      );
    case 'createLabel':
      return <NewLabelDialog workspaceKey={workspaceKey} onClose={onClose} />;
    case 'invite':
      return <InviteDialog workspaceKey={workspaceKey} onClose={onClose} />;
  }
}
