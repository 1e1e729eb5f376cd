import type { Attestation } from '@contract/attestations';
import type { ReactNode } from 'react';
import { Button } from '../components/Button';
import { RelativeTime } from '../components/RelativeTime';
import styles from './statement.module.css';

/** What an admin has stated, told apart from what was read from Segment: who said it, and when. */
export function StatementCard({
  attestation,
  busy,
  onChange,
  onWithdraw,
  children,
}: {
  attestation: Attestation;
  busy: boolean;
  onChange: () => void;
  onWithdraw: () => void;
  children: ReactNode;
}) {
  return (
    <div className={styles.card}>
      <div className={styles.said} data-copyable>
        {children}
      </div>
      <div className={styles.signed}>
        Stated by {attestation.by}, <RelativeTime at={attestation.at} />. Not read from Segment.
      </div>
      <div className={styles.actions}>
        <Button disabled={busy} onClick={onChange}>
          Change
        </Button>
        <Button variant="quiet" busy={busy} onClick={onWithdraw}>
          Withdraw
        </Button>
      </div>
    </div>
  );
}
