import type { Attested } from '@contract/attestations';
import type { WorkspaceView } from '@contract/workspaces';
import { useState } from 'react';
import { failureOf } from '../../api/bridge';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { Notice } from '../../components/Notice';
import { RadioCards } from '../../components/RadioCards';
import { RelativeTime } from '../../components/RelativeTime';
import { attest, takeBack, useAttestations } from '../../stores/attestations';
import { ATTESTABLE, type AttestableSubject } from './attestable';
import styles from './forms.module.css';

/** Lets the admin state what the Public API does not show of a workspace: dated, signed, never shown as a fact. */
export function AttestDialog({
  workspace: { key, name, email },
  subject,
  onClose,
}: {
  workspace: WorkspaceView;
  subject: AttestableSubject;
  onClose: () => void;
}) {
  const { title, what, choices, choiceOf, statementOf } = ATTESTABLE[subject];
  const before = useAttestations(key).find(({ statement }) => statement.subject === subject);
  const [value, setValue] = useState(before === undefined ? '' : choiceOf(before.statement));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const finish = async (work: () => Promise<void>) => {
    setBusy(true);
    setError(null);
    try {
      await work();
      onClose();
    } catch (thrown) {
      setError(failureOf(thrown).message);
      setBusy(false);
    }
  };
  const state = () => {
    const statement: Attested | null = statementOf(value);
    if (statement !== null) void finish(() => attest(key, statement));
  };

  return (
    <Dialog
      size="small"
      title={`${title} of ${name}`}
      description={`${what} Everywhere it is shown as your statement, with its date and ${email}, and never as read from Segment.`}
      onClose={onClose}
      actions={
        <>
          {before === undefined ? null : (
            <Button variant="quiet" disabled={busy} onClick={() => void finish(() => takeBack(key, subject))}>
              Take it back
            </Button>
          )}
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} disabled={statementOf(value) === null} onClick={state}>
            State it
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <RadioCards label={title} value={value} cards={choices} onChange={setValue} disabled={busy} />
        {before === undefined ? null : (
          <p className={styles.hint}>
            Stated <RelativeTime at={before.at} /> by {before.by}.
          </p>
        )}
        {error === null ? null : <Notice tone="error">{error}</Notice>}
      </div>
    </Dialog>
  );
}
