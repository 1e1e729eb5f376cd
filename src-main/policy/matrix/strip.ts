import { codeOfPower } from '../decision/level';
import type { Coverage, Power } from '../world/powers';
import type { World } from '../world/world';
import { BLOCK_WORDS, Blocks, PLANE_WORDS, STRIP } from './blocks';
import { StripSets } from './strip-sets';

/** The first block number that 16 bits cannot hold beside "not known". */
const WIDEST_NARROW = 0xffff;

/**
 * One strip of the matrix: 256 neighbouring columns for every row. It becomes
 * concrete where it is asked: a row's block is worked out once, from its
 * parent's block and the block of the bundle that it adds.
 */
export class Strip {
  readonly blocks = new Blocks();
  readonly #world: World;
  readonly #least: Coverage;
  readonly #sets: StripSets;
  readonly #ofPower: number[] = [];
  readonly #ofBundle: number[] = [];
  /** One more than the row's block, 0 while it is not known; wider once there are too many blocks. */
  #ofRow: Uint16Array | Uint32Array;

  /** `least`: how far a power must reach a column to count in this strip. */
  constructor(world: World, position: number, least: Coverage) {
    this.#world = world;
    this.#least = least;
    this.#sets = new StripSets(world, position * STRIP);
    this.#ofRow = new Uint16Array(world.rows.size);
    this.#ofRow[0] = 1;
  }

  /** The number of the row's block. */
  blockOfRow(row: number): number {
    const known = this.#ofRow[row];
    if (known === undefined) this.#grow();
    else if (known > 0) return known - 1;
    const { rows } = this.#world;
    const inherited = this.blockOfRow(rows.parent[row] ?? 0);
    const block = this.blocks.union(inherited, this.blockOfBundle(rows.bundle[row] ?? 0));
    if (block >= WIDEST_NARROW && this.#ofRow instanceof Uint16Array)
      this.#ofRow = Uint32Array.from(this.#ofRow);
    this.#ofRow[row] = block + 1;
    return block;
  }

  /** Bytes held by the rows' and blocks' arrays. */
  get bytes(): number {
    return this.#ofRow.byteLength + this.blocks.size * BLOCK_WORDS * 4;
  }

  #grow(): void {
    const { size } = this.#world.rows;
    const larger = this.#ofRow instanceof Uint16Array ? new Uint16Array(size) : new Uint32Array(size);
    larger.set(this.#ofRow);
    this.#ofRow = larger;
  }

  /** The number of the block of a bundle alone. */
  blockOfBundle(bundle: number): number {
    const known = this.#ofBundle[bundle];
    if (known !== undefined) return known;
    let block = 0;
    for (const power of this.#world.rows.bundles[bundle] ?? []) {
      block = this.blocks.union(block, this.#blockOfPower(power));
    }
    this.#ofBundle[bundle] = block;
    return block;
  }

  #blockOfPower(number: number): number {
    const known = this.#ofPower[number];
    if (known !== undefined) return known;
    const power = this.#world.powers.get(number);
    const words = codeOfPower(power) === 0 ? null : this.#wordsOfPower(power);
    const block = words === null ? 0 : this.blocks.number(words);
    this.#ofPower[number] = block;
    return block;
  }

  #wordsOfPower(power: Power): Int32Array | null {
    const reached = this.#sets.reached(power, this.#least);
    if (reached === null) return null;
    const words = new Int32Array(BLOCK_WORDS);
    words.set(reached);
    if ((codeOfPower(power) & 2) !== 0) words.set(reached, PLANE_WORDS);
    return words;
  }
}
