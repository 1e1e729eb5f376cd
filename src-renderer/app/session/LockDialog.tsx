import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { lockNow } from '../actions';

/** Asked before a lock that would forget everything, since nothing is kept on disk. */
export function LockDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      size="small"
      title="Lock and forget"
      description="Nothing is kept on disk, so there would be nothing to unlock: the workspaces with their tokens, copies and drafts are forgotten. To lock and come back, choose a passphrase in Settings first."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="danger" onClick={() => void lockNow()}>
            Lock and forget
          </Button>
        </>
      }
    />
  );
}
