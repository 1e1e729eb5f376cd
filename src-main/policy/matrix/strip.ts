import { codeOfPower } from '../decision/level';
import { CERTAIN, CONTESTED, coverageOf, NOTHING, type Power } from '../world/powers';
import type { World } from '../world/world';
import { BLOCK_WORDS, Blocks, PLANE_WORDS, STRIP } from './blocks';

/**
 * One strip of the matrix: 256 neighbouring columns for every row. It becomes
 * concrete where it is asked: a row's block is worked out once, from its
 * parent's block and the block of the bundle that it adds.
 */
export class Strip {
  readonly blocks = new Blocks();
  readonly #world: World;
  readonly #first: number;
  readonly #ofPower: number[] = [];
  readonly #ofBundle: number[] = [];
  #ofRow: Int32Array;

  constructor(world: World, position: number) {
    this.#world = world;
    this.#first = position * STRIP;
    this.#ofRow = new Int32Array(world.rows.size).fill(-1);
    this.#ofRow[0] = 0;
  }

  /** The number of the row's block. */
  blockOfRow(row: number): number {
    const known = this.#ofRow[row];
    if (known === undefined) this.#grow();
    else if (known >= 0) return known;
    const { rows } = this.#world;
    const inherited = this.blockOfRow(rows.parent[row] ?? 0);
    const block = this.blocks.union(inherited, this.#blockOfBundle(rows.bundle[row] ?? 0));
    this.#ofRow[row] = block;
    return block;
  }

  /** Bytes held by the rows' and blocks' arrays. */
  get bytes(): number {
    return this.#ofRow.byteLength + this.blocks.size * BLOCK_WORDS * 4;
  }

  #grow(): void {
    const larger = new Int32Array(this.#world.rows.size).fill(-1);
    larger.set(this.#ofRow);
    this.#ofRow = larger;
  }

  #blockOfBundle(bundle: number): number {
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
    const block = codeOfPower(power) === 0 ? 0 : this.blocks.number(this.#wordsOfPower(power));
    this.#ofPower[number] = block;
    return block;
  }

  /** Asks the power about each column of the strip. */
  #wordsOfPower(power: Power): Int32Array {
    const words = new Int32Array(BLOCK_WORDS);
    const admin = (codeOfPower(power) & 2) !== 0;
    const { list } = this.#world.columns;
    for (let offset = 0; offset < STRIP; offset += 1) {
      const column = list[this.#first + offset];
      if (column === undefined) break;
      const coverage = coverageOf(power, column);
      if (coverage === NOTHING) continue;
      const bit = 1 << (offset & 31);
      const word = offset >> 5;
      const set = (plane: number) => {
        words[plane * PLANE_WORDS + word] = (words[plane * PLANE_WORDS + word] ?? 0) | bit;
      };
      set(2);
      if (admin) set(3);
      if (coverage >= CONTESTED) {
        set(0);
        if (admin) set(1);
      }
      if (coverage === CERTAIN) {
        set(4);
        if (admin) set(5);
      }
    }
    return words;
  }
}
