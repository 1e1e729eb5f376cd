import type { ReachCount } from '@contract/reach-count';
import { counted, countText } from '../list/counts';

/** Whose reach is told, and of what: `reaches … resources`, `reached by … people`. */
export interface ReachTelling {
  /** The words before the number. */
  lead: string;
  one: string;
  many: string;
  /** How many there are in all; `null` where that is not known. */
  of: number | null;
}

/** How many are reached for certain. */
export function reached({ admin, read }: ReachCount): number {
  return admin + read;
}

/** A reach as a sentence: `reaches 38 of 212 resources: 12 admin, 26 read, 3 unknown`. */
export function reachWords(reach: ReachCount, { lead, one, many, of }: ReachTelling): string {
  const number = reached(reach) === 0 ? (of === null ? 'no' : 'none') : countText(reached(reach));
  const whole =
    of === null ? `${number} ${number === '1' ? one : many}` : `${number} of ${counted(of, one, many)}`;
  const parts = reachParts(reach);
  return `${lead} ${whole}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`;
}

/** What a reach is made of, in words; what is nothing is left out. */
export function reachParts({ admin, read, unknown, pii }: ReachCount): string[] {
  return [
    ...(admin === 0 ? [] : [`${countText(admin)} admin`]),
    ...(read === 0 ? [] : [`${countText(read)} read`]),
    ...(unknown === 0 ? [] : [`${countText(unknown)} unknown`]),
    ...(pii === 0 ? [] : [`PII in ${countText(pii)}`]),
  ];
}

/** A reach for copying into one cell. */
export function reachToCopy(reach: ReachCount | null): string {
  if (reach === null) return 'unknown';
  const sure = String(reached(reach));
  return reach.unknown === 0 ? sure : `${sure} + ${reach.unknown} unknown`;
}
