/**
 * Who holds what, without repetition. The powers of a group, and the direct ones
 * of a member, are a bundle; members with the same set of bundles share a row.
 * Rows are the nodes of a tree: a row is another row and one bundle more, so rows
 * that begin alike share that beginning. Only ever grows.
 */
export class Rows {
  /** The powers of each bundle. Bundle 0 is empty. */
  readonly bundles: (readonly number[])[] = [[]];
  /** For each row the row that it extends. Row 0 holds nothing. */
  readonly parent: number[] = [0];
  /** For each row the bundle that it adds to its parent. */
  readonly bundle: number[] = [0];
  readonly #bundleNumbers = new Map<string, number>([['', 0]]);
  readonly #children: (Map<number, number> | undefined)[] = [];

  get size(): number {
    return this.parent.length;
  }

  /** The bundle of these powers, whatever their order and repetition. */
  bundleOf(powers: readonly number[]): number {
    if (powers.length === 0) return 0;
    const sorted = [...new Set(powers)].sort((one, other) => one - other);
    const key = sorted.join();
    let number = this.#bundleNumbers.get(key);
    if (number === undefined) {
      number = this.bundles.length;
      this.#bundleNumbers.set(key, number);
      this.bundles.push(sorted);
    }
    return number;
  }

  /** The bundle of what the second has beyond the first; `null` where the first has anything that the second has not. */
  bundleAdded(first: number, second: number): number | null {
    const old = this.bundles[first] ?? [];
    const now = this.bundles[second] ?? [];
    if (!old.every((power) => now.includes(power))) return null;
    return this.bundleOf(now.filter((power) => !old.includes(power)));
  }

  /** The row that holds these bundles. Pass the most common ones first, so that beginnings are shared. */
  rowOf(bundles: Iterable<number>): number {
    let row = 0;
    for (const bundle of bundles) {
      if (bundle !== 0) row = this.extend(row, bundle);
    }
    return row;
  }

  /** The row that has one bundle more than this one. */
  extend(row: number, bundle: number): number {
    let children = this.#children[row];
    if (children === undefined) {
      children = new Map();
      this.#children[row] = children;
    }
    let child = children.get(bundle);
    if (child === undefined) {
      child = this.parent.length;
      this.parent.push(row);
      this.bundle.push(bundle);
      children.set(bundle, child);
    }
    return child;
  }

  /** The row with one bundle in the place of another. `known`: the rows that this exchange has made so far. */
  exchange(
    row: number,
    swap: { readonly out: number; readonly into: number },
    known: Map<number, number>,
  ): number {
    if (row === 0) return 0;
    let exchanged = known.get(row);
    if (exchanged === undefined) {
      const parent = this.parent[row] ?? 0;
      const bundle = this.bundle[row] ?? 0;
      if (bundle !== swap.out) exchanged = this.extend(this.exchange(parent, swap, known), bundle);
      else exchanged = swap.into === 0 ? parent : this.extend(parent, swap.into);
      known.set(row, exchanged);
    }
    return exchanged;
  }

  /** The powers of a row; one that two bundles hold may come twice. */
  *powersOf(row: number): Generator<number> {
    for (let at = row; at !== 0; at = this.parent[at] ?? 0) {
      yield* this.bundles[this.bundle[at] ?? 0] ?? [];
    }
  }
}
