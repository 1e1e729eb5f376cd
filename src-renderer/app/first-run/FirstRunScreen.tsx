import type { VaultState } from '@contract/vault';
import { useState } from 'react';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useBeginning } from '../../stores/beginning';
import { ProtectionChoice } from '../protection/ProtectionChoice';
import { choiceOf, passphraseProblem, proposedProtection } from '../protection/protection';
import { begin } from './begin';
import styles from './FirstRunScreen.module.css';
import { GateMark } from './GateMark';

type Undecided = Extract<VaultState, { kind: 'undecided' }>;
type Way = 'sandbox' | 'workspace';

/**
 * The first screen: what this is, and the two ways to begin. With `undecided`
 * it asks where data is kept too, and applies that when the admin goes on;
 * `null`: that was decided before, and no workspace is connected (any more).
 */
export function FirstRunScreen({ undecided }: { undecided: Undecided | null }) {
  const [draft, setDraft] = useState(() => proposedProtection({ keyring: undecided?.keyring ?? false }));
  const [tried, setTried] = useState(false);
  const beginning = useBeginning();
  const busy = beginning.kind === 'busy' ? beginning.way : null;

  const goOn = (way: Way) => {
    setTried(true);
    if (undecided !== null && passphraseProblem(draft) !== null) return;
    void begin(way, undecided === null ? null : choiceOf(draft));
  };

  return (
    <main className={styles.screen}>
      <div className={styles.sheet}>
        <header className={styles.head}>
          <GateMark />
          <h1 className={styles.title}>Gatehouse</h1>
        </header>
        <p className={styles.lead}>
          See who can reach what in your Segment workspaces, and why. It reads them through the Public API,
          keeps a copy that you can read offline, and changes nothing that you did not ask for.
        </p>
        {undecided === null ? null : (
          <section className={styles.section} aria-label="Where data is kept">
            <h2 className={styles.heading}>Where to keep tokens and copies on this machine</h2>
            <ProtectionChoice
              keyring={undecided.keyring}
              backend={undecided.backend}
              draft={draft}
              showProblem={tried}
              disabled={busy !== null}
              onChange={setDraft}
            />
          </section>
        )}
        {beginning.kind === 'failed' ? (
          <div role="alert">
            <Notice tone="error">{beginning.failure.message}</Notice>
          </div>
        ) : null}
        <div className={styles.ways}>
          <div className={styles.way}>
            <Button
              variant="primary"
              busy={busy === 'sandbox'}
              disabled={busy !== null}
              onClick={() => goOn('sandbox')}
            >
              Open the sandbox
            </Button>
            <p>Three invented workspaces on this machine. Nothing leaves it, and nothing can break.</p>
          </div>
          <div className={styles.way}>
            <Button busy={busy === 'workspace'} disabled={busy !== null} onClick={() => goOn('workspace')}>
              Add a workspace
            </Button>
            <p>One of your own, with a token of its Public API. An owner of the workspace can make one.</p>
          </div>
        </div>
      </div>
    </main>
  );
}
