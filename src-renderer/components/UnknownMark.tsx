import { Tooltip } from './Tooltip';
import styles from './UnknownMark.module.css';

/**
 * Stands where a value cannot be known, which is never the same as none: dashed,
 * with the reason. `inRow` leaves it out of the Tab order, for lists whose rows
 * explain themselves in the inspector.
 */
export function UnknownMark({
  reason,
  word = 'unknown',
  inRow = false,
}: {
  reason: string;
  /** Another word where one fits better, such as `plan unknown`. */
  word?: string;
  inRow?: boolean;
}) {
  if (inRow) {
    return (
      <span className={styles.mark} title={reason}>
        {word}
      </span>
    );
  }
  return (
    <Tooltip text={reason}>
      <button type="button" className={styles.mark} aria-label={`${word}: ${reason}`}>
        {word}
      </button>
    </Tooltip>
  );
}
