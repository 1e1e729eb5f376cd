import styles from './cells.module.css';
import { countText } from './counts';

/**
 * A number in a list. Unknown is never a 0: it is a dashed mark with its reason,
 * small, for a column of them must not outshout the rest. A known 0 stands back.
 */
export function CellCount({
  count,
  reason = 'This could not be read from Segment.',
}: {
  count: number | null;
  reason?: string;
}) {
  if (count === null) {
    return (
      <span className={styles.unknown} title={`Unknown: ${reason}`}>
        <span aria-hidden="true">?</span>
        <span className={styles.spoken}>unknown</span>
      </span>
    );
  }
  return <span className={count === 0 ? styles.zero : undefined}>{countText(count)}</span>;
}
