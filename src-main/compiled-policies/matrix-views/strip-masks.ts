import { PLANE_WORDS, STRIP, STRIP_SHIFT } from '../../policy/matrix/blocks';

/** Some columns, as bits of the strips that they lie in. */
export type StripMasks = ReadonlyMap<number, Int32Array>;

/** The masks of these columns. */
export function masksOf(columns: Iterable<number>): StripMasks {
  const masks = new Map<number, Int32Array>();
  for (const column of columns) {
    const position = column >>> STRIP_SHIFT;
    const words = masks.get(position) ?? new Int32Array(PLANE_WORDS);
    masks.set(position, words);
    const offset = column & (STRIP - 1);
    words[offset >>> 5] = (words[offset >>> 5] ?? 0) | (1 << (offset & 31));
  }
  return masks;
}
