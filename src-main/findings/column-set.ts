/** A set of columns (resources by their number in the world), a bit each. */
export class ColumnSet {
  readonly words: Int32Array;

  constructor(readonly size: number) {
    this.words = new Int32Array((size + 31) >>> 5);
  }

  add(column: number): void {
    const word = column >>> 5;
    this.words[word] = (this.words[word] ?? 0) | (1 << (column & 31));
  }

  has(column: number): boolean {
    return ((this.words[column >>> 5] ?? 0) & (1 << (column & 31))) !== 0;
  }

  /** Those that are in both. */
  and(other: ColumnSet): ColumnSet {
    const made = new ColumnSet(this.size);
    for (let at = 0; at < made.words.length; at += 1) {
      made.words[at] = (this.words[at] ?? 0) & (other.words[at] ?? 0);
    }
    return made;
  }

  /** Those that are in any of the two. */
  or(other: ColumnSet): ColumnSet {
    const made = new ColumnSet(this.size);
    for (let at = 0; at < made.words.length; at += 1) {
      made.words[at] = (this.words[at] ?? 0) | (other.words[at] ?? 0);
    }
    return made;
  }

  /** Whether each of these is in one of the others at least. */
  isWithin(others: readonly ColumnSet[]): boolean {
    for (let at = 0; at < this.words.length; at += 1) {
      let left = this.words[at] ?? 0;
      for (const { words } of others) left &= ~(words[at] ?? 0);
      if (left !== 0) return false;
    }
    return true;
  }

  isEmpty(): boolean {
    return this.words.every((word) => word === 0);
  }

  count(): number {
    let count = 0;
    for (const word of this.words) for (let left = word; left !== 0; left &= left - 1) count += 1;
    return count;
  }

  /** Their numbers, rising. */
  *[Symbol.iterator](): Generator<number> {
    for (let at = 0; at < this.words.length; at += 1) {
      for (let left = this.words[at] ?? 0; left !== 0; left &= left - 1) {
        yield at * 32 + 31 - Math.clz32(left & -left);
      }
    }
  }
}
