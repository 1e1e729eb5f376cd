import { type FormEvent, useId, useState } from 'react';
import { failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { TextField } from '../../components/TextField';
import { forgetEverything } from '../actions';

const WORDS = 'forget everything';

/** Forgets all that is kept on this machine, after the admin has typed that this is wanted. */
export function ForgetDialog({ onClose }: { onClose: () => void }) {
  const form = useId();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const forget = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await forgetEverything();
      onClose();
    } catch (thrown) {
      setError(failureOf(thrown).message);
      setBusy(false);
    }
  };
  return (
    <Dialog
      size="small"
      title="Forget everything on this machine"
      description="All workspaces with their tokens, the copies for offline reading and the statements you made are removed from this machine. Nothing changes at Segment: the tokens stay valid there."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} type="submit" variant="danger" busy={busy} disabled={typed.trim() !== WORDS}>
            Forget everything
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void forget(event)}>
        <TextField
          label={`To confirm, type: ${WORDS}`}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setTyped(event.target.value)}
        />
        {error === null ? null : <Notice tone="error">{error}</Notice>}
      </form>
    </Dialog>
  );
}
