import { CreateTokenDialog } from './CreateTokenDialog';
import { RevokeTokenDialog } from './RevokeTokenDialog';
import { closeTokenDialog, useTokenDialog } from './token-dialogs';

/** The dialog about tokens that is open, if any. */
export function TokenDialogs() {
  const dialog = useTokenDialog();
  switch (dialog.kind) {
    case 'none':
      return null;
    case 'create':
      return <CreateTokenDialog workspaceKey={dialog.workspaceKey} onClose={closeTokenDialog} />;
    case 'revoke':
      return (
        <RevokeTokenDialog
          workspaceKey={dialog.workspaceKey}
          token={dialog.token}
          onClose={closeTokenDialog}
        />
      );
  }
}
