/** Names as people sort them: without regard to case and accents first, `Team 2` before `Team 10`. Making one is costly: this is the only one. */
const collator = new Intl.Collator('en', { numeric: true });

/** Compares two names for sorting. */
export const compareNames: (one: string, other: string) => number = collator.compare;

/** Compares two ids for sorting, where only steadiness counts. */
export function compareIds(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
