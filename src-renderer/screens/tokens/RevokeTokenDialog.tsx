import type { Failure } from '@contract/failure';
import type { TokenRow } from '@contract/lists';
import { useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { RelativeTime } from '../../components/RelativeTime';
import { TextField } from '../../components/TextField';
import { notify } from '../../stores/notices';
import styles from './tokens.module.css';

/** What has to be typed before the token in use is revoked. */
const WORD = 'revoke';

/** Confirms that a token is revoked. The one that Gatehouse itself uses asks for more. */
export function RevokeTokenDialog({
  workspaceKey,
  token,
  onClose,
}: {
  workspaceKey: string;
  token: TokenRow;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const confirmed = !token.ours || typed.trim().toLowerCase() === WORD;

  const revoke = async () => {
    setBusy(true);
    try {
      await call('tokens.revoke', { key: workspaceKey, id: token.id });
      notify('info', `The token “${token.description}” has been revoked.`);
      onClose();
    } catch (thrown) {
      setFailure(failureOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={`Revoke “${token.description}”?`}
      description="Every program that uses it stops working at once. This cannot be undone."
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Keep it</Button>
          <Button variant="danger" busy={busy} disabled={!confirmed} onClick={() => void revoke()}>
            Revoke token
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <dl className={styles.facts}>
          <dt>Role</dt>
          <dd>Workspace {token.role}</dd>
          <dt>Created</dt>
          <dd>
            <RelativeTime at={token.createdAt} /> by {token.createdBy}
          </dd>
          <dt>Id</dt>
          <dd>{token.id}</dd>
        </dl>
        {token.ours ? (
          <>
            <Notice tone="error">
              Gatehouse itself uses this token. Once it is revoked, Gatehouse can read and change nothing in
              this workspace any more until you give it another token. The copy on this machine stays
              readable.
            </Notice>
            <TextField
              label={`Type “${WORD}” to revoke the token that Gatehouse uses`}
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        ) : null}
        {failure === null ? null : <Notice tone="error">{failure.message}</Notice>}
      </div>
    </Dialog>
  );
}
