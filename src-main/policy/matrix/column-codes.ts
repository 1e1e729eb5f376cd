import { codeOfPower } from '../decision/level';
import type { Column } from '../world/columns';
import { CERTAIN, CONTESTED, coverageOf, NOTHING, type Power } from '../world/powers';
import type { World } from '../world/world';
import type { Seats } from './seats';

/** Where the bits of a second column begin. */
export const SECOND = 6;

/** What a power gives on a column, as the six level bits of a cell. */
function codeOn(power: Power, column: Column): number {
  const coverage = coverageOf(power, column);
  if (coverage === NOTHING) return 0;
  const level = codeOfPower(power);
  return (coverage >= CONTESTED ? level : 0) | (level << 2) | (coverage === CERTAIN ? level << 4 : 0);
}

function file<Key>(into: Map<Key, number[]>, key: Key, entry: number): void {
  const known = into.get(key);
  if (known === undefined) into.set(key, [entry]);
  else known.push(entry);
}

/**
 * The levels of single columns, also of some that the world does not have: the
 * resources that a draft changes. Powers are filed by what they ask for, so that
 * only those that can reach a column are asked about it.
 */
export class ColumnCodes {
  readonly #world: Pick<World, 'powers' | 'rows'>;
  readonly #seats: Seats;
  /** Powers that no file can rule out, by their numbers in the seats. */
  readonly #always: number[] = [];
  readonly #byFirstLabel = new Map<number, number[]>();
  readonly #byKey = new Map<string, number[]>();
  readonly #ofPower: Uint16Array;
  readonly #ofBundle: Uint16Array;
  readonly #ofNode: Uint16Array;

  constructor(world: Pick<World, 'powers' | 'rows'>, seats: Seats) {
    this.#world = world;
    this.#seats = seats;
    this.#ofPower = new Uint16Array(seats.powers.length);
    this.#ofBundle = new Uint16Array(seats.bundles.length);
    this.#ofNode = new Uint16Array(seats.parent.length);
    seats.powers.forEach((number, at) => {
      const power = world.powers.get(number);
      const [first] = power.labels;
      if (power.kind === 'labels' && first !== undefined) file(this.#byFirstLabel, first, at);
      else if (power.kind !== 'list') this.#always.push(at);
      else for (const key of power.listed) file(this.#byKey, key, at);
      // Some lists reach what they do not name, by a reading or because an id is missing.
      if (
        power.kind === 'list' &&
        power.rights?.role.scopes.some(({ contested }) => contested !== undefined)
      ) {
        this.#always.push(at);
      }
    });
  }

  /** The same text for columns on which everybody has the same. */
  likeness(column: Column): string {
    const named = (key: string | null) => (key !== null && this.#byKey.has(key) ? key : '');
    const { type, labels, unmatched } = column;
    return `${type} ${labels?.join() ?? 'hidden'} ${unmatched} ${named(column.key)} ${named(column.sourceKey)}`;
  }

  /**
   * The level bits of each seat on a column, and six places higher those on a
   * second one (it before and after, in one go). `null`: a resource that is not
   * there. As if the bundle `without` (its number in the seats; 0: none) gave nothing.
   */
  ofSeats(column: Column | null, second: Column | null = null, without = 0): Uint16Array {
    const seats = this.#seats;
    const ofPower = this.#ofPower;
    const ofBundle = this.#ofBundle;
    const ofNode = this.#ofNode;
    const codes = new Uint16Array(seats.size);
    ofPower.fill(0);
    this.#codePowers(column, 0);
    this.#codePowers(second, SECOND);
    const { start, powersOfBundle, parent, bundle: bundleOfNode, node } = seats;
    for (let bundle = 1, at = start[1] ?? 0; bundle < ofBundle.length; bundle += 1) {
      let code = 0;
      for (const end = start[bundle + 1] ?? 0; at < end; at += 1)
        code |= ofPower[powersOfBundle[at] ?? 0] ?? 0;
      ofBundle[bundle] = bundle === without ? 0 : code;
    }
    for (let each = 1; each < ofNode.length; each += 1) {
      ofNode[each] = (ofNode[parent[each] ?? 0] ?? 0) | (ofBundle[bundleOfNode[each] ?? 0] ?? 0);
    }
    for (let seat = 1; seat < codes.length; seat += 1) codes[seat] = ofNode[node[seat] ?? 0] ?? 0;
    return codes;
  }

  /** The level bits that one bundle of the world gives. */
  ofBundle(bundle: number, column: Column | null): number {
    let code = 0;
    if (column === null) return code;
    for (const power of this.#world.rows.bundles[bundle] ?? []) {
      code |= codeOn(this.#world.powers.get(power), column);
    }
    return code;
  }

  #codePowers(column: Column | null, shift: number): void {
    if (column === null) return;
    const mask = 63 << shift;
    for (const at of this.#candidates(column)) {
      const code = codeOn(this.#world.powers.get(this.#seats.powers[at] ?? 0), column) << shift;
      this.#ofPower[at] = ((this.#ofPower[at] ?? 0) & ~mask) | code;
    }
  }

  /** The powers (by their numbers in the seats) that can reach the column; no others can. */
  *#candidates(column: Column): Generator<number> {
    yield* this.#always;
    // Without an id, or with hidden labels, whatever asks for one may be meant.
    if (column.unmatched) for (const powers of this.#byKey.values()) yield* powers;
    else yield* this.#byKey.get(column.key) ?? [];
    if (column.sourceKey !== null) yield* this.#byKey.get(column.sourceKey) ?? [];
    if (column.labels === null) for (const powers of this.#byFirstLabel.values()) yield* powers;
    else for (const label of column.labels) yield* this.#byFirstLabel.get(label) ?? [];
  }
}
