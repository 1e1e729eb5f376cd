import { BLOCK_WORDS, ones, PLANE_WORDS } from '../../policy/matrix/blocks';
import type { Layers } from '../../policy/matrix/layers';
import type { Matrix } from '../../policy/matrix/matrix';

/** What the cells of one principal can be counted as. */
export const TALLIES = ['admin', 'read', 'none', 'unknown', 'pii', 'ownerOnly'] as const;
export type TallyName = (typeof TALLIES)[number];

/** In a strip, all principals whose cells are the same: with and without owner roles, and in what they see of PII. */
export interface Variant {
  readonly combination: number;
  readonly other: number;
  readonly pii: number;
}

/**
 * The principals of a view in one strip, by variants: few different ones occur, so that each
 * is looked at once for all its people.
 */
export class StripVariants {
  readonly list: Variant[] = [];
  /** For each principal (by its place in the view) its variant. */
  readonly of: Int32Array;
  readonly #layers: Layers;
  readonly #others: Layers | null;
  readonly #mask: Int32Array;
  /** The words of each name, for all variants one after the other; made when first asked for. */
  readonly #planes = new Map<TallyName, Int32Array>();

  /** `members` are places in the policy's list of members; `without` is the matrix without owner roles, where that matters. */
  constructor(
    matrix: Matrix,
    without: Matrix | null,
    position: number,
    mask: Int32Array,
    members: readonly number[],
  ) {
    this.#layers = matrix.strips.layers(position);
    this.#others = without?.strips.layers(position) ?? null;
    this.#mask = mask;
    this.of = new Int32Array(members.length);
    const known = new Map<number, number>();
    const size = this.#others?.size ?? 1;
    members.forEach((member, place) => {
      const seat = matrix.seatOfMember[member] ?? 0;
      const combination = this.#layers.ofSeat[seat] ?? 0;
      const other = this.#others?.ofSeat[without?.seatOfMember[member] ?? 0] ?? 0;
      const pii = matrix.pii[seat] ?? 0;
      const key = (combination * size + other) * 4 + pii;
      let variant = known.get(key);
      if (variant === undefined) {
        variant = this.list.length;
        known.set(key, variant);
        this.list.push({ combination, other, pii });
      }
      this.of[place] = variant;
    });
  }

  /** For each variant in turn the columns, of those in the mask, that it counts under this name: 8 words. */
  planes(name: TallyName): Int32Array {
    const known = this.#planes.get(name);
    if (known !== undefined) return known;
    const made = this.#make(name);
    this.#planes.set(name, made);
    return made;
  }

  /** How many columns each variant counts under this name. */
  counts(name: TallyName): Uint16Array {
    const planes = this.planes(name);
    const counts = new Uint16Array(this.list.length);
    for (let at = 0; at < planes.length; at += 1) {
      const word = planes[at] ?? 0;
      if (word !== 0) counts[at >>> 3] = (counts[at >>> 3] ?? 0) + ones(word);
    }
    return counts;
  }

  /** Everything about a variant that a cell shows, as a text: equal ones show the same cells. */
  signature(number: number): string {
    const { combination = 0, pii = 0 } = this.list[number] ?? {};
    const atMost: number[] = [];
    let any = 0;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      const wanted = this.#mask[word] ?? 0;
      const read = plane(this.#layers, 1, combination, word) & wanted;
      any |= read;
      atMost.push(read, plane(this.#layers, 1, combination, word + PLANE_WORDS) & wanted);
    }
    const from = number * PLANE_WORDS;
    const shown = TALLIES.map((name) =>
      this.planes(name)
        .subarray(from, from + PLANE_WORDS)
        .join(),
    );
    return [...shown, atMost.join(), any === 0 ? 0 : pii & 2].join(' ');
  }

  #make(name: TallyName): Int32Array {
    const planes = new Int32Array(this.list.length * PLANE_WORDS);
    const layers = this.#layers;
    const others = this.#others;
    this.list.forEach(({ combination, other, pii }, number) => {
      if (name === 'pii' && (pii & 1) === 0) return;
      for (let word = 0; word < PLANE_WORDS; word += 1) {
        const wanted = this.#mask[word] ?? 0;
        if (wanted === 0) continue;
        const read = plane(layers, 0, combination, word);
        let bits = read;
        if (name === 'admin') bits = plane(layers, 0, combination, word + PLANE_WORDS);
        else if (name === 'read') bits = read & ~plane(layers, 0, combination, word + PLANE_WORDS);
        else if (name === 'none') bits = ~(read | plane(layers, 1, combination, word));
        else if (name === 'unknown') bits = plane(layers, 1, combination, word) & ~read;
        else if (name === 'ownerOnly') bits = others === null ? 0 : read & ~plane(others, 1, other, word);
        planes[number * PLANE_WORDS + word] = bits & wanted;
      }
    });
    return planes;
  }
}

/** A word of a block: of the certain (0) or the possible (1) layer, read first, then admin. */
export function plane({ strips, blocks }: Layers, layer: 0 | 1, combination: number, word: number): number {
  return strips[layer].words[(blocks[3 * combination + layer] ?? 0) * BLOCK_WORDS + word] ?? 0;
}
