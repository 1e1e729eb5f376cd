import { ChangeDialog } from '../../screens/board/changes/ChangeDialog';
import { closeDialog, useDialog } from '../../stores/dialogs';
import { useWorkspace } from '../../stores/workspaces';
import { Palette } from '../palette/Palette';
import { LockDialog } from '../session/LockDialog';
import { AddWorkspaceDialog } from './AddWorkspaceDialog';
import { AttestDialog } from './AttestDialog';
import { ExportDialog } from './ExportDialog';
import { KeysDialog } from './KeysDialog';
import { RemoveWorkspaceDialog } from './RemoveWorkspaceDialog';
import { ReplaceTokenDialog } from './ReplaceTokenDialog';
import { SettingsDialog } from './SettingsDialog';
import { VerifyDialog } from './VerifyDialog';

/** The one dialog that is open. One that is about a workspace goes when the workspace does. */
export function DialogHost() {
  const dialog = useDialog();
  const workspace = useWorkspace('key' in dialog ? dialog.key : null);
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'addWorkspace':
      return <AddWorkspaceDialog onClose={closeDialog} />;
    case 'export':
      return <ExportDialog onClose={closeDialog} />;
    case 'verify':
      return <VerifyDialog onClose={closeDialog} />;
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />;
    case 'lock':
      return <LockDialog onClose={closeDialog} />;
    case 'keys':
      return <KeysDialog onClose={closeDialog} />;
    case 'palette':
      return <Palette onClose={closeDialog} />;
    case 'removeWorkspace':
      return workspace && <RemoveWorkspaceDialog workspace={workspace} onClose={closeDialog} />;
    case 'replaceToken':
      return workspace && <ReplaceTokenDialog workspace={workspace} onClose={closeDialog} />;
    case 'change':
      return (
        workspace && <ChangeDialog workspaceKey={workspace.key} form={dialog.form} onClose={closeDialog} />
      );
    case 'attest':
      return (
        workspace && <AttestDialog workspace={workspace} subject={dialog.subject} onClose={closeDialog} />
      );
  }
}
