import { useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { notify } from '../../stores/notices';
import { useVault } from '../../stores/vault';
import { takeVault } from '../connect';
import styles from './ChangeProtection.module.css';
import { ProtectionChoice } from './ProtectionChoice';
import { choiceOf, type ProtectionDraft, passphraseProblem, protectionWords } from './protection';

/** Says how data is kept now, and changes it. */
export function ChangeProtection() {
  const vault = useVault();
  const [draft, setDraft] = useState<ProtectionDraft | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  if (vault?.kind !== 'open') return null;

  if (draft === null) {
    return (
      <div className={styles.now}>
        <span>{protectionWords(vault)}</span>
        <Button onClick={() => setDraft({ protection: vault.protection, passphrase: '', repeated: '' })}>
          Change…
        </Button>
      </div>
    );
  }

  const close = () => {
    setDraft(null);
    setTried(false);
    setError(null);
  };
  const apply = async () => {
    setTried(true);
    if (passphraseProblem(draft) !== null) return;
    setBusy(true);
    setError(null);
    try {
      const changed = await call('vault.choose', choiceOf(draft));
      takeVault(changed);
      notify('info', changed.kind === 'open' ? protectionWords(changed) : 'Where data is kept has changed.');
      close();
    } catch (thrown) {
      setError(failureOf(thrown).message);
    }
    setBusy(false);
  };
  const unchanged = draft.protection === vault.protection && draft.protection !== 'passphrase';

  return (
    <div className={styles.change}>
      <ProtectionChoice
        keyring={vault.keyring}
        backend={null}
        draft={draft}
        showProblem={tried}
        disabled={busy}
        onChange={setDraft}
      />
      {draft.protection === 'memory' && vault.protection !== 'memory' ? (
        <Notice tone="warning">
          Tokens, copies and statements are removed from the disk at once. This run goes on with what is in
          memory.
        </Notice>
      ) : null}
      {error === null ? null : <Notice tone="error">{error}</Notice>}
      <div className={styles.buttons}>
        <Button onClick={close} disabled={busy}>
          Cancel
        </Button>
        <Button variant="primary" busy={busy} disabled={unchanged} onClick={() => void apply()}>
          Apply
        </Button>
      </div>
    </div>
  );
}
