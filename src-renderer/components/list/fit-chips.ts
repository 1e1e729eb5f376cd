import { chipTextWidth } from './text-width';

/** What a chip takes besides its text, and the gap to the next one, in px (see Chip and LabelChip). */
const FRAME = 15;
const GAP = 4;
/** Room for `+12`, with its gap. */
const MORE = 28;

/**
 * How many of these chips fit side by side into `width` px, at least one. When
 * not all do, room for `+N` is kept. 0 px means that nobody has measured yet:
 * then two are a fair guess.
 */
export function chipsThatFit(
  texts: readonly string[],
  width: number,
  widthOf: (text: string) => number = chipTextWidth,
): number {
  if (width === 0) return Math.min(texts.length, 2);
  let used = 0;
  for (const [index, text] of texts.entries()) {
    used += FRAME + widthOf(text) + (index === 0 ? 0 : GAP);
    const last = index === texts.length - 1;
    if (used + (last ? 0 : MORE) > width) return Math.max(1, index);
  }
  return texts.length;
}
