import { BLOCK_WORDS } from './blocks';

const FIRST_BLOCKS = 4096;
/** Remembered unions: a power of two. */
const MEMO_BITS = 14;

/** An odd number for each word of a block (splitmix32 of its place), to hash by. */
const FACTORS = Int32Array.from({ length: BLOCK_WORDS }, (_, word) => {
  let mixed = Math.imul(word + 1, 0x9e3779b9);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) | 1;
});

/**
 * Where strips are made, one after the other, always in the same memory: fresh
 * pages cost more than the work. It numbers the distinct blocks of the strip at
 * hand; block 0 is empty. Equal words are found through a table with open
 * addressing. A union of two blocks is remembered in a table that forgets: each
 * pair has one place, and the last pair there wins. A pair that was forgotten is
 * only worked out again. Its small size is on purpose: it stays in the cache.
 *
 * Blocks are hashed as a sum of products (multilinear hashing): unlike a chain
 * of mixing steps, the products do not wait for each other.
 */
export class Workbench {
  words = new Int32Array(FIRST_BLOCKS * BLOCK_WORDS);
  size = 1;
  #table = new Int32Array(4 * FIRST_BLOCKS);
  #shift = 32 - Math.log2(4 * FIRST_BLOCKS);
  /** Triples: smaller block, larger block, union; the fourth place is not used. */
  readonly #memo = new Int32Array(4 << MEMO_BITS);

  /** Begins a strip: only the empty block is known. */
  clear(): void {
    this.size = 1;
    this.#table.fill(0);
    this.#memo.fill(0);
  }

  /** The union of two blocks. */
  union(one: number, other: number): number {
    if (one === other || other === 0) return one;
    if (one === 0) return other;
    const low = one < other ? one : other;
    const high = one < other ? other : one;
    const memo = this.#memo;
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> (32 - MEMO_BITS)) << 2;
    if (memo[slot] === low && memo[slot + 1] === high) return memo[slot + 2] ?? 0;
    const at = this.draft();
    const { words } = this;
    const first = low * BLOCK_WORDS;
    const second = high * BLOCK_WORDS;
    let hash = 0;
    for (let word = 0; word < BLOCK_WORDS; word += 1) {
      const both = (words[first + word] ?? 0) | (words[second + word] ?? 0);
      words[at + word] = both;
      hash = (hash + Math.imul(both, FACTORS[word] ?? 0)) | 0;
    }
    const union = this.#number(hash);
    memo[slot] = low;
    memo[slot + 1] = high;
    memo[slot + 2] = union;
    return union;
  }

  /** Where in `words` the next block may be written, before `settle` numbers it. */
  draft(): number {
    const at = this.size * BLOCK_WORDS;
    if (at === this.words.length) {
      const larger = new Int32Array(2 * at);
      larger.set(this.words);
      this.words = larger;
      this.#rehash();
    }
    return at;
  }

  /** The number of the block that was drafted: an older one if it has the same words. */
  settle(): number {
    return this.#number(this.#hash(this.size));
  }

  #number(hash: number): number {
    const slot = this.#slotOf(this.size, hash);
    const known = this.#table[slot] ?? 0;
    if (known !== 0) return known;
    this.#table[slot] = this.size;
    this.size += 1;
    return this.size - 1;
  }

  #hash(block: number): number {
    const { words } = this;
    const at = block * BLOCK_WORDS;
    let hash = 0;
    for (let word = 0; word < BLOCK_WORDS; word += 1) {
      hash = (hash + Math.imul(words[at + word] ?? 0, FACTORS[word] ?? 0)) | 0;
    }
    return hash;
  }

  #rehash(): void {
    this.#table = new Int32Array(2 * this.#table.length);
    this.#shift -= 1;
    for (let block = 1; block < this.size; block += 1) {
      this.#table[this.#slotOf(block, this.#hash(block))] = block;
    }
  }

  /** The slot of the block with these words, or a free one. The table is at most a quarter full. */
  #slotOf(block: number, hash: number): number {
    const { words } = this;
    const table = this.#table;
    const at = block * BLOCK_WORDS;
    const mask = table.length - 1;
    // The low bits of a sum of products know only the low bits of the words: the highest are the best mixed.
    for (let slot = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> this.#shift; ; slot = (slot + 1) & mask) {
      const known = table[slot] ?? 0;
      if (known === 0) return slot;
      const other = known * BLOCK_WORDS;
      let word = 0;
      while (word < BLOCK_WORDS && words[at + word] === words[other + word]) word += 1;
      if (word === BLOCK_WORDS) return slot;
    }
  }
}
