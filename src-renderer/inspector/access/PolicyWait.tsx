import type { Failure } from '@contract/failure';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import styles from './access.module.css';

/** Stands where an answer of the policy engine is on its way: it waits for a policy that is being compiled. */
export function PolicyWait() {
  return (
    <p className={styles.wait} role="status">
      Working out the access…
    </p>
  );
}

/** Stands where an answer failed. */
export function PolicyFailure({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  return (
    <Notice
      tone="error"
      actions={
        <Button variant="quiet" onClick={onRetry}>
          Try again
        </Button>
      }
    >
      This could not be worked out. {failure.message}
    </Notice>
  );
}
