import type { SigningKey } from '@contract/evidence';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { copyText } from '../../components/list/copy-text';
import { openDialog } from '../../stores/dialogs';
import { notify } from '../../stores/notices';
import styles from './SettingsDialog.module.css';

/** The key that signs the evidence packs of this installation, for auditors to compare. */
export function SigningKeyLine() {
  const [key, setKey] = useState<SigningKey | string | null>(null);
  useEffect(() => {
    let wanted = true;
    call('evidence.key').then(
      (found) => wanted && setKey(found),
      (thrown: unknown) => wanted && setKey(failureOf(thrown).message),
    );
    return () => {
      wanted = false;
    };
  }, []);
  if (key === null) return <p className={styles.fine}>The key is being read…</p>;
  if (typeof key === 'string') return <p className={styles.fine}>The key could not be read. {key}</p>;
  const copy = () => notify('info', copyText(key.fingerprint) ? 'Copied.' : 'The system refused to copy it.');
  return (
    <>
      <p className={styles.fine}>
        Packs are signed with this installation’s key (Ed25519). Give its fingerprint to whoever checks them,
        by a way of its own.
        {key.kept ? '' : ' Nothing is kept on disk: it is gone when Gatehouse ends.'}
      </p>
      <code data-copyable>{key.fingerprint}</code>
      <div>
        <Button onClick={copy}>Copy</Button>{' '}
        <Button onClick={() => openDialog({ kind: 'verify' })}>Verify an evidence pack…</Button>
      </div>
    </>
  );
}
