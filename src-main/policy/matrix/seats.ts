import type { Rows } from '../world/rows';
import type { PowerTraits } from './traits';

/** For each power (by its number in the seats) the bundles that hold it, in one long list. */
export interface Holders {
  readonly startOfPower: Int32Array;
  readonly bundlesOfPower: Int32Array;
}

/** What the people of a seat see of PII. */
export const PII_CERTAIN = 1;
export const PII_POSSIBLE = 2;

/**
 * The rows that somebody sits in, numbered: the seats. A row that only others
 * extend is none, so that no memory is spent on answers for it. Seat 0 holds
 * nothing. With the seats goes all that is needed to fold what they reach: the
 * rows on their way from the root (nodes), the bundles that those add, and the
 * powers in them, in flat arrays of numbers.
 */
export class Seats {
  /** The seat of a row; 0 for one that is no seat. */
  readonly ofRow: Int32Array;
  /** For each seat its node. */
  readonly node: Int32Array;
  /** For each node the one that it extends, which comes before it. Node 0 holds nothing. */
  readonly parent: Int32Array;
  /** For each node the bundle that it adds, by its number here. */
  readonly bundle: Int32Array;
  /** The world's numbers of the bundles; bundle 0 is empty. */
  readonly bundles: Int32Array;
  /** Where each bundle's powers begin in `powersOfBundle`. */
  readonly start: Int32Array;
  /** Powers by their number here. */
  readonly powersOfBundle: Int32Array;
  /** The world's numbers of the powers. */
  readonly powers: Int32Array;
  #holders: Holders | null = null;

  constructor(rows: Rows, taken: Iterable<number>) {
    const wanted = new Uint8Array(rows.size);
    for (const row of taken) wanted[row] = 2;
    wanted[0] = 2;
    let nodes = 0;
    let seats = 0;
    for (let row = rows.size - 1; row >= 0; row -= 1) {
      if (wanted[row] === 0) continue;
      nodes += 1;
      if (wanted[row] === 2) seats += 1;
      const parent = rows.parent[row] ?? 0;
      if (wanted[parent] === 0) wanted[parent] = 1;
    }
    this.ofRow = new Int32Array(rows.size);
    this.node = new Int32Array(seats);
    this.parent = new Int32Array(nodes);
    this.bundle = new Int32Array(nodes);
    const nodeOfRow = new Int32Array(rows.size);
    const bundleHere = new Int32Array(rows.bundles.length);
    const bundles = [0];
    let node = 0;
    let seat = 0;
    for (let row = 0; row < rows.size; row += 1) {
      if (wanted[row] === 0) continue;
      nodeOfRow[row] = node;
      const bundle = rows.bundle[row] ?? 0;
      if (bundle !== 0 && bundleHere[bundle] === 0) {
        bundleHere[bundle] = bundles.length;
        bundles.push(bundle);
      }
      this.parent[node] = nodeOfRow[rows.parent[row] ?? 0] ?? 0;
      this.bundle[node] = bundleHere[bundle] ?? 0;
      if (wanted[row] === 2) {
        this.ofRow[row] = seat;
        this.node[seat] = node;
        seat += 1;
      }
      node += 1;
    }
    this.bundles = Int32Array.from(bundles);
    const { start, powersOfBundle, powers } = flatten(rows, bundles);
    this.start = start;
    this.powersOfBundle = powersOfBundle;
    this.powers = powers;
  }

  get size(): number {
    return this.node.length;
  }

  /** Found at the first question. */
  get holders(): Holders {
    this.#holders ??= holdersOf(this);
    return this.#holders;
  }

  /** What each seat sees of PII; as if the bundle `without` (a number here; 0: none) gave nothing. */
  pii(traits: PowerTraits, without = 0): Uint8Array {
    const ofBundle = new Uint8Array(this.bundles.length);
    for (let bundle = 1; bundle < ofBundle.length; bundle += 1) {
      if (bundle === without) continue;
      for (let at = this.start[bundle] ?? 0; at < (this.start[bundle + 1] ?? 0); at += 1) {
        const { pii } = traits.of(this.powers[this.powersOfBundle[at] ?? 0] ?? 0);
        ofBundle[bundle] = (ofBundle[bundle] ?? 0) | pii;
      }
    }
    const ofNode = new Uint8Array(this.parent.length);
    for (let node = 1; node < ofNode.length; node += 1) {
      ofNode[node] = (ofNode[this.parent[node] ?? 0] ?? 0) | (ofBundle[this.bundle[node] ?? 0] ?? 0);
    }
    return Uint8Array.from(this.node, (each) => ofNode[each] ?? 0);
  }
}

/** Turned round by counting: how many bundles each power has, then where each one's stretch begins. */
function holdersOf({ powers, bundles, start, powersOfBundle }: Seats): Holders {
  const startOfPower = new Int32Array(powers.length + 1);
  for (const power of powersOfBundle) startOfPower[power] = (startOfPower[power] ?? 0) + 1;
  let end = 0;
  for (let power = 0; power < startOfPower.length; power += 1) {
    end += startOfPower[power] ?? 0;
    startOfPower[power] = end;
  }
  // Filled from the back, each beginning ends where it belongs.
  const bundlesOfPower = new Int32Array(powersOfBundle.length);
  for (let bundle = bundles.length - 1; bundle >= 0; bundle -= 1) {
    for (let at = start[bundle] ?? 0; at < (start[bundle + 1] ?? 0); at += 1) {
      const power = powersOfBundle[at] ?? 0;
      const place = (startOfPower[power] ?? 0) - 1;
      bundlesOfPower[place] = bundle;
      startOfPower[power] = place;
    }
  }
  return { startOfPower, bundlesOfPower };
}

function flatten(rows: Rows, bundles: readonly number[]) {
  const start = new Int32Array(bundles.length + 1);
  const powersOfBundle: number[] = [];
  const powers: number[] = [];
  const here = new Map<number, number>();
  bundles.forEach((bundle, position) => {
    for (const power of rows.bundles[bundle] ?? []) {
      let number = here.get(power);
      if (number === undefined) {
        number = powers.length;
        here.set(power, number);
        powers.push(power);
      }
      powersOfBundle.push(number);
    }
    start[position + 1] = powersOfBundle.length;
  });
  return {
    start,
    powersOfBundle: Int32Array.from(powersOfBundle),
    powers: Int32Array.from(powers),
  };
}
