import type { PolicyEffect } from '@contract/policy';
import styles from './level.module.css';

/** That PII is seen unmasked, or may be. Nothing where it is masked. */
export function PiiMark({ pii }: { pii: PolicyEffect }) {
  if (pii === 'denied') return null;
  const sure = pii === 'allowed';
  return (
    <span
      className={styles.pii}
      data-unsure={sure ? undefined : true}
      title={sure ? 'Sees PII' : 'Whether PII is seen is unknown'}
    >
      {sure ? 'PII' : 'PII ?'}
    </span>
  );
}
