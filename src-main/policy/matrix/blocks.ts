/** Columns in one strip. */
export const STRIP = 256;
/** A column's strip is its number shifted right so far. */
export const STRIP_SHIFT = 8;
/** 32-bit words that hold one bit for each column of a strip. */
export const PLANE_WORDS = STRIP / 32;
/** A block has two planes: read, then admin. Levels are a thermometer code, so that OR is the maximum. */
export const BLOCK_WORDS = 2 * PLANE_WORDS;

/** How many bits are set (the parallel sum of Hacker's Delight, 5-1). */
export function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Numbers in the narrowest array that holds them. */
export function narrow(numbers: Int32Array, most: number): Uint16Array | Uint32Array {
  return most < 0x10000 ? new Uint16Array(numbers) : new Uint32Array(numbers);
}
