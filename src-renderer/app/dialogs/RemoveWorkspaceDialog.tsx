import type { WorkspaceView } from '@contract/workspaces';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { useAttestations } from '../../stores/attestations';
import { removeWorkspace } from '../actions';
import styles from './forms.module.css';

/** Says exactly what is lost before a workspace is forgotten. */
export function RemoveWorkspaceDialog({
  workspace: { key, name },
  onClose,
}: {
  workspace: WorkspaceView;
  onClose: () => void;
}) {
  const [busy, setBusy] = useState(false);
  const statements = useAttestations(key).length;
  const remove = async () => {
    setBusy(true);
    if (await removeWorkspace(key)) onClose();
    else setBusy(false);
  };
  return (
    <Dialog
      size="small"
      title={`Remove ${name}?`}
      description="Gatehouse forgets it on this machine. Nothing changes at Segment."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={busy} onClick={() => void remove()}>
            Remove
          </Button>
        </>
      }
    >
      <p>What is lost here:</p>
      <ul className={styles.lost}>
        <li>its token, which stays valid at Segment until it is revoked there</li>
        <li>the copies for offline reading</li>
        <li>
          {statements === 0
            ? 'statements about it: there are none'
            : `the ${statements} ${statements === 1 ? 'statement' : 'statements'} that you made about it`}
        </li>
      </ul>
    </Dialog>
  );
}
