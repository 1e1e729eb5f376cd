/** What a chip takes besides its text, and the gap to the next one, in px (see Chip and LabelChip). */
const FRAME = 14;
const GAP = 4;
/** An ample width of a letter at the size of chips. A guess too wide costs a chip, one too small a few letters. */
const LETTER = 6.3;
/** Room for `+12`. */
const MORE = 26;

/**
 * How many of these chips fit side by side into `width` px, at least one. When
 * not all do, room for `+N` is kept. 0 px means that nobody has measured yet:
 * then two are a fair guess.
 */
export function chipsThatFit(texts: readonly string[], width: number): number {
  if (width === 0) return Math.min(texts.length, 2);
  let used = 0;
  for (const [index, text] of texts.entries()) {
    used += FRAME + text.length * LETTER + (index === 0 ? 0 : GAP);
    const last = index === texts.length - 1;
    if (used + (last ? 0 : MORE) > width) return Math.max(1, index);
  }
  return texts.length;
}
