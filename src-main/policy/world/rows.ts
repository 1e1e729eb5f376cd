const FIRST_ROWS = 1024;

/**
 * Who holds what, without repetition. The powers of a group, and the direct ones
 * of a member, are a bundle; members with the same set of bundles share a row.
 * Rows are the nodes of a tree: a row is another row and one bundle more, so rows
 * that begin alike share that beginning. A row comes after the one that it extends.
 */
export class Rows {
  /** The powers of each bundle. Bundle 0 is empty. */
  readonly bundles: (readonly number[])[] = [[]];
  /** For each row the row that it extends; longer than `size`. Row 0 holds nothing. */
  parent = new Int32Array(FIRST_ROWS);
  /** For each row the bundle that it adds to its parent; longer than `size`. */
  bundle = new Int32Array(FIRST_ROWS);
  #size = 1;
  /** Finds a row by parent and bundle: open addressing, linear probing, at most half full; 0 is free. */
  #table = new Int32Array(4 * FIRST_ROWS);
  readonly #bundleNumbers = new Map<string, number>([['', 0]]);

  get size(): number {
    return this.#size;
  }

  /** The bundle of these powers, whatever their order and repetition. */
  bundleOf(powers: readonly number[]): number {
    if (powers.length === 0) return 0;
    const sorted = powers.length === 1 ? powers : [...new Set(powers)].sort((one, other) => one - other);
    const key = sorted.join();
    let number = this.#bundleNumbers.get(key);
    if (number === undefined) {
      number = this.bundles.length;
      this.#bundleNumbers.set(key, number);
      this.bundles.push(sorted);
    }
    return number;
  }

  /** The row that holds these bundles. Pass the most common ones first, so that beginnings are shared. */
  rowOf(bundles: Iterable<number>): number {
    let row = 0;
    for (const bundle of bundles) row = this.extend(row, bundle);
    return row;
  }

  /** The row that has one bundle more than this one; the same for the empty bundle. */
  extend(row: number, bundle: number): number {
    if (bundle === 0) return row;
    const slot = this.#slotOf(row, bundle);
    const known = this.#table[slot] ?? 0;
    if (known !== 0) return known;
    const number = this.#size;
    if (number === this.parent.length) {
      this.parent = grown(this.parent);
      this.bundle = grown(this.bundle);
    }
    this.parent[number] = row;
    this.bundle[number] = bundle;
    this.#table[slot] = number;
    this.#size += 1;
    if (2 * this.#size > this.#table.length) this.#rehash();
    return number;
  }

  /**
   * Forgets the rows made since there were so many: a draft's rows are needed
   * only while it is read. Taken out last first, so that no probing is cut off.
   */
  release(size: number): void {
    while (this.#size > size) {
      this.#size -= 1;
      this.#table[this.#slotOf(this.parent[this.#size] ?? 0, this.bundle[this.#size] ?? 0)] = 0;
    }
  }

  /** The powers of a row; one that two bundles hold may come twice. */
  *powersOf(row: number): Generator<number> {
    for (let at = row; at !== 0; at = this.parent[at] ?? 0) {
      yield* this.bundles[this.bundle[at] ?? 0] ?? [];
    }
  }

  /** Where the row is, or would be, in the table. */
  #slotOf(row: number, bundle: number): number {
    const mask = this.#table.length - 1;
    let slot = (Math.imul(row, 0x9e3779b1) ^ Math.imul(bundle, 0x85ebca6b)) >>> 7;
    for (;;) {
      slot &= mask;
      const known = this.#table[slot] ?? 0;
      if (known === 0 || (this.parent[known] === row && this.bundle[known] === bundle)) return slot;
      slot += 1;
    }
  }

  #rehash(): void {
    this.#table = new Int32Array(2 * this.#table.length);
    for (let row = 1; row < this.#size; row += 1) {
      this.#table[this.#slotOf(this.parent[row] ?? 0, this.bundle[row] ?? 0)] = row;
    }
  }
}

function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * numbers.length);
  larger.set(numbers);
  return larger;
}
