import { resourceTypes } from '../catalogue/role-rights';
import { CERTAIN, type Coverage, PERHAPS } from '../world/powers';
import type { World } from '../world/world';
import { PLANE_WORDS, STRIP } from './blocks';
import { type Traits, typeBit } from './traits';

/**
 * What the 256 columns of a strip are, as sets of bits: a power's reach is then
 * a few ANDs of whole words instead of 256 questions. Must agree with
 * `coverageOf`, which asks about one column.
 */
export class StripFacts {
  readonly position: number;
  /** A bit for each type that occurs. */
  readonly types: number;
  /** Whether labels here cannot be seen, or a function came without an id. */
  readonly hidden: boolean;
  readonly unmatched: boolean;
  readonly #ofType = new Int32Array(resourceTypes.length * PLANE_WORDS);
  readonly #ofMix: (Int32Array | undefined)[] = [];
  readonly #ofLabel: Int32Array;
  readonly #hidden = new Int32Array(PLANE_WORDS);
  readonly #unmatched = new Int32Array(PLANE_WORDS);

  constructor({ columns, reader }: Pick<World, 'columns' | 'reader'>, position: number) {
    this.position = position;
    this.#ofLabel = new Int32Array(reader.labels.size * PLANE_WORDS);
    const first = position * STRIP;
    const width = Math.min(STRIP, columns.list.length - first);
    let types = 0;
    let hidden = false;
    let unmatched = false;
    for (let offset = 0; offset < width; offset += 1) {
      const column = columns.list[first + offset];
      if (column === undefined) continue;
      types |= typeBit[column.type];
      set(this.#ofType, resourceTypes.indexOf(column.type), offset);
      for (const label of column.labels ?? []) set(this.#ofLabel, label, offset);
      if (column.labels === null) set(this.#hidden, 0, offset);
      if (column.unmatched) set(this.#unmatched, 0, offset);
      hidden ||= column.labels === null;
      unmatched ||= column.unmatched;
    }
    this.types = types;
    this.hidden = hidden;
    this.unmatched = unmatched;
  }

  /** Whether any column here carries the label. */
  carries(label: number): boolean {
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) any |= this.#ofLabel[label * PLANE_WORDS + word] ?? 0;
    return any !== 0;
  }

  /** Sets in `bits` the columns of these types that carry the labels at these places; whether there are any. */
  carrying(labels: Int32Array, from: number, to: number, types: number, bits: Int32Array): boolean {
    const kinds = this.#ofTypes(types & this.types);
    const planes = this.#ofLabel;
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      let all = kinds[word] ?? 0;
      for (let at = from; at < to; at += 1) all &= planes[(labels[at] ?? 0) * PLANE_WORDS + word] ?? 0;
      bits[word] = all;
      any |= all;
    }
    return any !== 0;
  }

  /** A quick look before `reached`: false only where the power reaches none of these columns, in any layer. */
  mayReach({ kind, labels }: Traits, within: Int32Array): boolean {
    const [first] = labels;
    if (kind !== 'labels' || first === undefined || this.hidden) return true;
    const from = first * PLANE_WORDS;
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      any |= (this.#ofLabel[from + word] ?? 0) & (within[word] ?? 0);
    }
    return any !== 0;
  }

  /** Sets in `bits` the columns that the power reaches at least so far; whether there are any. */
  reached(power: Traits, least: Coverage, bits: Int32Array): boolean {
    const types = power.types & this.types;
    if (types === 0 || (power.doubtful && least > PERHAPS)) return false;
    // A power in doubt reaches perhaps whatever it would reach for certain.
    switch (power.kind) {
      case 'all':
        bits.fill(-1);
        break;
      case 'unknown':
        if (least !== PERHAPS) return false;
        bits.fill(-1);
        break;
      case 'list':
        if (power.everywhere && least < CERTAIN) bits.fill(-1);
        else if (!this.#named(power.columns, bits) && !(least === PERHAPS && this.unmatched)) return false;
        if (least === PERHAPS) join(bits, this.#unmatched);
        break;
      case 'labels': {
        const asked = least === CERTAIN && power.together !== null ? power.together : power.labels;
        const open = least === PERHAPS && this.hidden;
        if (!this.#carrying(asked, bits) && !open) return false;
        if (open) join(bits, this.#hidden);
      }
    }
    return this.#within(types, bits);
  }

  /** The columns of a list that lie here; whether there are any. */
  #named(columns: Int32Array, bits: Int32Array): boolean {
    bits.fill(0);
    const from = this.position * STRIP;
    // They are in order: where those of this strip begin is found by halving.
    let at = 0;
    for (let end = columns.length; at < end; ) {
      const middle = (at + end) >>> 1;
      if ((columns[middle] ?? 0) < from) at = middle + 1;
      else end = middle;
    }
    const first = at;
    for (; at < columns.length && (columns[at] ?? 0) < from + STRIP; at += 1) {
      set(bits, 0, (columns[at] ?? 0) & (STRIP - 1));
    }
    return at > first;
  }

  /** The columns that carry all these labels; whether there are any. */
  #carrying(labels: readonly number[], bits: Int32Array): boolean {
    bits.fill(-1);
    let any = -1;
    for (let at = 0; at < labels.length; at += 1) {
      const from = (labels[at] ?? 0) * PLANE_WORDS;
      any = 0;
      for (let word = 0; word < PLANE_WORDS; word += 1) {
        // A label first seen in a draft lies beyond the end: nothing here carries it.
        const both = (bits[word] ?? 0) & (this.#ofLabel[from + word] ?? 0);
        bits[word] = both;
        any |= both;
      }
      if (any === 0) return false;
    }
    return any !== 0;
  }

  /** Keeps the columns of these types; whether any is left. */
  #within(types: number, bits: Int32Array): boolean {
    const kinds = this.#ofTypes(types);
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      const kept = (bits[word] ?? 0) & (kinds[word] ?? 0);
      bits[word] = kept;
      any |= kept;
    }
    return any !== 0;
  }

  /** The columns of these types: few roles differ in them, so that each mix is put together once. */
  #ofTypes(types: number): Int32Array {
    let kinds = this.#ofMix[types];
    if (kinds === undefined) {
      kinds = new Int32Array(PLANE_WORDS);
      for (let type = 0; type < resourceTypes.length; type += 1) {
        if ((types & (1 << type)) === 0) continue;
        join(kinds, this.#ofType.subarray(type * PLANE_WORDS, (type + 1) * PLANE_WORDS));
      }
      this.#ofMix[types] = kinds;
    }
    return kinds;
  }
}

function set(planes: Int32Array, plane: number, offset: number): void {
  const at = plane * PLANE_WORDS + (offset >> 5);
  planes[at] = (planes[at] ?? 0) | (1 << (offset & 31));
}

function join(bits: Int32Array, more: Int32Array): void {
  for (let word = 0; word < PLANE_WORDS; word += 1) bits[word] = (bits[word] ?? 0) | (more[word] ?? 0);
}
