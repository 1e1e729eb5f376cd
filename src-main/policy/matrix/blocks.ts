/** Columns in one strip. */
export const STRIP = 256;
/** A column's strip is its number shifted right so far. */
export const STRIP_SHIFT = 8;
/** 32-bit words that hold one bit for each column of a strip. */
export const PLANE_WORDS = STRIP / 32;
/** A block has two planes: read, then admin. */
export const BLOCK_WORDS = 2 * PLANE_WORDS;

const FIRST_CAPACITY = 64;

/**
 * The distinct blocks of a strip: a block says, for each column, what somebody
 * has there. Few different ones occur, so rows hold a block's number. Block 0 is
 * empty. The union of two blocks is remembered: the same pair comes up again
 * and again. Only ever grows.
 */
export class Blocks {
  words = new Int32Array(FIRST_CAPACITY * BLOCK_WORDS);
  size = 1;
  readonly #byHash = new Map<number, number[]>([[hash(new Int32Array(BLOCK_WORDS)), [0]]]);
  readonly #unions = new Map<number, number>();
  readonly #scratch = new Int32Array(BLOCK_WORDS);

  /** The number of the block with these words. */
  number(words: Int32Array): number {
    const key = hash(words);
    const candidates = this.#byHash.get(key) ?? [];
    const found = candidates.find((candidate) => this.#equals(candidate, words));
    if (found !== undefined) return found;
    const number = this.size;
    if ((number + 1) * BLOCK_WORDS > this.words.length) {
      const larger = new Int32Array(this.words.length * 2);
      larger.set(this.words);
      this.words = larger;
    }
    this.words.set(words, number * BLOCK_WORDS);
    this.size += 1;
    this.#byHash.set(key, [...candidates, number]);
    return number;
  }

  /** The block that has whatever either of two has: levels are a thermometer code, so OR is the maximum. */
  union(one: number, other: number): number {
    if (one === other || other === 0) return one;
    if (one === 0) return other;
    const key = one < other ? one * 0x100000 + other : other * 0x100000 + one;
    const known = this.#unions.get(key);
    if (known !== undefined) return known;
    for (let word = 0; word < BLOCK_WORDS; word += 1) {
      this.#scratch[word] = this.word(one, word) | this.word(other, word);
    }
    const number = this.number(this.#scratch);
    this.#unions.set(key, number);
    return number;
  }

  /** The certain level of a block at this place, as a thermometer code. */
  levelAt(block: number, offset: number): number {
    const at = block * BLOCK_WORDS + (offset >> 5);
    const read = ((this.words[at] ?? 0) >>> (offset & 31)) & 1;
    return read === 0 ? 0 : read | ((((this.words[at + PLANE_WORDS] ?? 0) >>> (offset & 31)) & 1) << 1);
  }

  /** For each block 1 where it has anything at this place, else 0. */
  reaching(offset: number): Uint8Array {
    const { words } = this;
    const bits = new Uint8Array(this.size);
    const shift = offset & 31;
    for (let block = 0, at = offset >> 5; block < bits.length; block += 1, at += BLOCK_WORDS) {
      bits[block] = ((words[at] ?? 0) >>> shift) & 1;
    }
    return bits;
  }

  word(block: number, word: number): number {
    return this.words[block * BLOCK_WORDS + word] ?? 0;
  }

  #equals(block: number, words: Int32Array): boolean {
    for (let word = 0; word < BLOCK_WORDS; word += 1)
      if (this.word(block, word) !== words[word]) return false;
    return true;
  }
}

/** FNV-1a over the words. */
function hash(words: Int32Array): number {
  let state = 0x811c9dc5;
  for (const word of words) state = Math.imul(state ^ word, 0x01000193);
  return state;
}
