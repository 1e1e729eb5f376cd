import type { ReachCount } from '@contract/reach-count';
import { HiddenText } from '../HiddenText';
import { CellCount } from '../list/CellCount';
import { countText } from '../list/counts';
import { ReachBar } from './ReachBar';
import styles from './reach.module.css';
import { type ReachTelling, reached, reachWords } from './reach-words';

/** Narrower than this (px) the numbers have no room for a bar beside them. */
const ROOM_FOR_BAR = 96;
/** Narrower than this (px) what is unknown is marked with a `?` instead of the word. */
const ROOM_FOR_WORD = 148;

/** A reach in a list: a bar, how many for certain, and how many more may be. The words say it whole. */
export function CellReach({
  reach,
  telling,
  trouble,
  width,
}: {
  reach: ReachCount | null;
  telling: ReachTelling;
  /** Why there is no reach at all; `null`: it is being worked out. */
  trouble: string | null;
  /** The room in px; 0 while it has not been measured. */
  width: number;
}) {
  if (reach === null) return <NoReachYet trouble={trouble} />;
  const words = reachWords(reach, telling);
  const sure = reached(reach);
  const wide = width === 0 || width >= ROOM_FOR_WORD;
  return (
    <span className={styles.cell} title={words}>
      <HiddenText>{words}</HiddenText>
      {width === 0 || width >= ROOM_FOR_BAR ? <ReachBar reach={reach} of={telling.of} /> : null}
      <span className={sure === 0 ? styles.zero : styles.number} aria-hidden="true">
        {countText(sure)}
      </span>
      {reach.unknown === 0 ? null : (
        <span className={styles.more} aria-hidden="true">
          +{countText(reach.unknown)} {wide ? 'unknown' : '?'}
        </span>
      )}
    </span>
  );
}

/** Stands where a count of the policy engine is still to come, or cannot come. */
export function NoReachYet({ trouble }: { trouble: string | null }) {
  if (trouble !== null) return <CellCount count={null} reason={trouble} />;
  return (
    <span className={styles.working} title="Being worked out">
      <HiddenText>being worked out</HiddenText>
    </span>
  );
}
