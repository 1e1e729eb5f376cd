import { UnknownMark } from '../UnknownMark';
import styles from './cells.module.css';
import { countText } from './counts';

/** A number in a list. Unknown is said with its reason; a zero that is known stands back. */
export function CellCount({
  count,
  reason = 'This could not be read from Segment.',
}: {
  count: number | null;
  reason?: string;
}) {
  if (count === null) return <UnknownMark inRow reason={reason} />;
  return <span className={count === 0 ? styles.zero : undefined}>{countText(count)}</span>;
}
