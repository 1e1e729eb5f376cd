import type { ResourceType } from '@contract/snapshot';
import { CERTAIN, type Coverage, listReachesAll, PERHAPS, type Power } from '../world/powers';
import type { World } from '../world/world';
import { PLANE_WORDS, STRIP } from './blocks';

type Bits = Int32Array;

/**
 * What the 256 columns of a strip are, as sets of bits: a power's reach is then
 * a few ANDs of whole words instead of 256 questions. Must agree with
 * `coverageOf`, which asks about one column.
 */
export class StripSets {
  readonly #ofType = new Map<ResourceType, Bits>();
  readonly #ofLabel = new Map<number, Bits>();
  readonly #hidden: Bits = new Int32Array(PLANE_WORDS);
  readonly #unmatched: Bits = new Int32Array(PLANE_WORDS);
  readonly #ofKey = new Map<string, number[]>();

  constructor({ columns }: World, first: number) {
    columns.list.slice(first, first + STRIP).forEach((column, offset) => {
      set(bitsOf(this.#ofType, column.type), offset);
      for (const label of column.labels ?? []) set(bitsOf(this.#ofLabel, label), offset);
      if (column.labels === null) set(this.#hidden, offset);
      if (column.unmatched) set(this.#unmatched, offset);
      for (const key of column.sourceKey === null ? [column.key] : [column.key, column.sourceKey]) {
        const offsets = this.#ofKey.get(key);
        if (offsets === undefined) this.#ofKey.set(key, [offset]);
        else offsets.push(offset);
      }
    });
  }

  /** The columns that the power reaches at least so far; `null`: none. */
  reached(power: Power, least: Coverage): Bits | null {
    if (power.doubt !== null && least > PERHAPS) return null;
    // A power in doubt reaches perhaps whatever it would reach for certain.
    const bits = this.#reachedByScope(power, least);
    return bits !== null && this.#within(bits, power) ? bits : null;
  }

  #reachedByScope(power: Power, least: Coverage): Bits | null {
    switch (power.kind) {
      case 'all':
        return new Int32Array(PLANE_WORDS).fill(-1);
      case 'unknown':
        return least === PERHAPS ? new Int32Array(PLANE_WORDS).fill(-1) : null;
      case 'list': {
        if (least < CERTAIN && power.rights !== null && listReachesAll(power.rights)) {
          return new Int32Array(PLANE_WORDS).fill(-1);
        }
        const bits = least === PERHAPS ? this.#unmatched.slice() : new Int32Array(PLANE_WORDS);
        const { listed } = power;
        for (const key of listed) for (const offset of this.#ofKey.get(key) ?? []) set(bits, offset);
        return bits;
      }
      case 'labels': {
        const asked = least === CERTAIN && power.together !== null ? power.together : power.labels;
        const bits = this.#carrying(asked);
        if (least !== PERHAPS) return bits;
        const open = bits ?? new Int32Array(PLANE_WORDS);
        for (let word = 0; word < PLANE_WORDS; word += 1)
          open[word] = (open[word] ?? 0) | (this.#hidden[word] ?? 0);
        return open;
      }
    }
  }

  #carrying(labels: readonly number[]): Bits | null {
    const bits = new Int32Array(PLANE_WORDS).fill(-1);
    for (const label of labels) {
      const worn = this.#ofLabel.get(label);
      if (worn === undefined) return null;
      for (let word = 0; word < PLANE_WORDS; word += 1) bits[word] = (bits[word] ?? 0) & (worn[word] ?? 0);
    }
    return bits;
  }

  /** Keeps the columns of the power's kinds, and only those that there are; whether any is left. */
  #within(bits: Bits, { rights }: Power): boolean {
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      let kinds = 0;
      for (const [type, ofType] of this.#ofType) {
        if (rights === null || rights.role.kinds.has(type)) kinds |= ofType[word] ?? 0;
      }
      const kept = (bits[word] ?? 0) & kinds;
      bits[word] = kept;
      any |= kept;
    }
    return any !== 0;
  }
}

function bitsOf<Key>(sets: Map<Key, Bits>, key: Key): Bits {
  let bits = sets.get(key);
  if (bits === undefined) {
    bits = new Int32Array(PLANE_WORDS);
    sets.set(key, bits);
  }
  return bits;
}

function set(bits: Bits, offset: number): void {
  bits[offset >> 5] = (bits[offset >> 5] ?? 0) | (1 << (offset & 31));
}
