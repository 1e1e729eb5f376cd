import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** The rows to draw: those in sight and the one at the cursor, which screen readers are pointed to. */
export function rangeWithCursor(range: Range, cursor: number | null): number[] {
  const indexes = defaultRangeExtractor(range);
  if (cursor === null || cursor >= range.count || indexes.includes(cursor)) return indexes;
  return [...indexes, cursor].sort((a, b) => a - b);
}
