import type { VaultState } from '@contract/vault';
import { Lock } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { TextField } from '../../components/TextField';
import { useSecondsUntil } from '../../components/use-seconds-until';
import { receiveVault, useVaultStore } from '../../stores/vault';
import { takeVault } from '../connect';
import { ForgetDialog } from './ForgetDialog';
import styles from './LockedScreen.module.css';

type Locked = Extract<VaultState, { kind: 'locked' }>;

/** When what is on disk cannot be opened yet: asks for the passphrase, or says why the keyring does not help. */
export function LockedScreen({ locked }: { locked: Locked }) {
  const [forgetting, setForgetting] = useState(false);
  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <Lock className={styles.lock} aria-hidden="true" />
        <h1 className={styles.title}>Gatehouse is locked</h1>
        {locked.protection === 'passphrase' ? (
          <Unlock locked={locked} />
        ) : (
          <KeyringClosed reason={locked.reason} />
        )}
        <Button variant="quiet" onClick={() => setForgetting(true)}>
          Forget everything on this machine…
        </Button>
      </div>
      {forgetting ? <ForgetDialog onClose={() => setForgetting(false)} /> : null}
    </main>
  );
}

function Unlock({ locked: { reason, retryAfterMs } }: { locked: Locked }) {
  const [passphrase, setPassphrase] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const [until, setUntil] = useState<number | null>(null);
  const wait = useSecondsUntil(until);
  useEffect(() => setUntil(retryAfterMs > 0 ? Date.now() + retryAfterMs : null), [retryAfterMs]);

  const unlock = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      takeVault(await call('vault.unlock', { passphrase }));
    } catch (thrown) {
      setError(failureOf(thrown).message);
      setPassphrase('');
      // How long the next try has to wait is in the state, which a wrong passphrase changes.
      const vault = await call('vault.state').catch(() => null);
      if (vault !== null && useVaultStore.getState().vault?.kind === 'locked') receiveVault(vault);
      if (vault?.kind === 'locked' && vault.retryAfterMs > 0) setUntil(Date.now() + vault.retryAfterMs);
    }
    setBusy(false);
  };

  return (
    <form className={styles.form} onSubmit={(event) => void unlock(event)}>
      {error === null ? <p className={styles.text}>{reason}</p> : null}
      <TextField
        label="Passphrase"
        type="password"
        autoComplete="current-password"
        autoFocus
        value={passphrase}
        error={error}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <Button type="submit" variant="primary" busy={busy} disabled={passphrase === '' || wait > 0}>
        {wait > 0 ? `Next try in ${wait} s` : 'Unlock'}
      </Button>
    </form>
  );
}

function KeyringClosed({ reason }: { reason: string }) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const again = async () => {
    setBusy(true);
    setError(null);
    try {
      // Without a passphrase main asks the keyring once more.
      takeVault(await call('vault.unlock', { passphrase: '' }));
    } catch (thrown) {
      setError(failureOf(thrown).message);
    }
    setBusy(false);
  };
  return (
    <div className={styles.form}>
      <p className={styles.text}>{reason}</p>
      {error === null ? null : <Notice tone="error">{error}</Notice>}
      <Button variant="primary" busy={busy} onClick={() => void again()}>
        Try the keyring again
      </Button>
    </div>
  );
}
