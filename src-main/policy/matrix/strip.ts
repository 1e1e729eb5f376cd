import { BLOCK_WORDS, ones, PLANE_WORDS } from './blocks';

/**
 * One strip of one layer: 256 neighbouring columns for every seat. A block says,
 * for each column, what somebody has there; few different ones occur, so seats
 * hold a block's number. Block 0 is empty.
 */
export class Strip {
  /** For each seat its block. */
  readonly ofSeat: Uint16Array | Uint32Array;
  readonly words: Int32Array;
  #sums: Uint16Array | null = null;

  constructor(ofSeat: Uint16Array | Uint32Array, words: Int32Array) {
    this.ofSeat = ofSeat;
    this.words = words;
  }

  get blockCount(): number {
    return this.words.length / BLOCK_WORDS;
  }

  /** For each block how many columns it reaches, and how many as admin; counted at the first question. */
  get sums(): Uint16Array {
    if (this.#sums !== null) return this.#sums;
    const sums = new Uint16Array(2 * this.blockCount);
    for (let plane = 0, at = 0; plane < sums.length; plane += 1) {
      let sum = 0;
      for (const end = at + PLANE_WORDS; at < end; at += 1) sum += ones(this.words[at] ?? 0);
      sums[plane] = sum;
    }
    this.#sums = sums;
    return sums;
  }

  /** Bytes held for the answers. */
  get bytes(): number {
    return this.ofSeat.byteLength + this.words.byteLength;
  }

  /** The level of a block at this place, as a thermometer code. */
  levelAt(block: number, offset: number): number {
    const at = block * BLOCK_WORDS + (offset >> 5);
    const read = ((this.words[at] ?? 0) >>> (offset & 31)) & 1;
    return read === 0 ? 0 : read | ((((this.words[at + PLANE_WORDS] ?? 0) >>> (offset & 31)) & 1) << 1);
  }

  /** For each block 1 where it has anything at this place, else 0. */
  reaching(offset: number): Uint8Array {
    const { words } = this;
    const bits = new Uint8Array(this.blockCount);
    const shift = offset & 31;
    for (let block = 0, at = offset >> 5; block < bits.length; block += 1, at += BLOCK_WORDS) {
      bits[block] = ((words[at] ?? 0) >>> shift) & 1;
    }
    return bits;
  }
}
