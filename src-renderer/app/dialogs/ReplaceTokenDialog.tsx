import type { WorkspaceView } from '@contract/workspaces';
import { type FormEvent, useId, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { notify } from '../../stores/notices';
import { receiveWorkspace } from '../../stores/workspaces';
import styles from './forms.module.css';

/** Gives Gatehouse another token for a workspace: the old one was revoked, or sees too little. */
export function ReplaceTokenDialog({
  workspace: { key, name },
  onClose,
}: {
  workspace: WorkspaceView;
  onClose: () => void;
}) {
  const form = useId();
  const [token, setToken] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (token.trim() === '') {
      setError('Paste a token of the Public API.');
      return;
    }
    setBusy(true);
    setError(null);
    try {
      receiveWorkspace(await call('workspaces.replaceToken', { key, token }));
      notify('info', `The new token of ${name} works.`);
      onClose();
    } catch (thrown) {
      setError(failureOf(thrown).message);
      setBusy(false);
    }
  };

  return (
    <Dialog
      size="small"
      title={`Replace the token of ${name}`}
      description="The new token is tried at once. Only when it works does Gatehouse forget the old one, which stays valid at Segment until it is revoked there."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button form={form} type="submit" variant="primary" busy={busy}>
            Replace
          </Button>
        </>
      }
    >
      <form id={form} className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label="New token"
          type="password"
          autoComplete="off"
          spellCheck={false}
          value={token}
          disabled={busy}
          error={error}
          hint="Of the same workspace. It is not shown again here."
          onChange={(event) => {
            setToken(event.target.value);
            setError(null);
          }}
        />
      </form>
    </Dialog>
  );
}
