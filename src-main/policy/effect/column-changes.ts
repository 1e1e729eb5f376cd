import { SECOND } from '../matrix/column-codes';
import type { Matrix } from '../matrix/matrix';
import { withPii } from '../matrix/matrix';
import type { Parcel } from './parcels';
import { type EffectCounts, tally } from './tally';
import type { TouchedColumn } from './touched-columns';

/**
 * How many people go each way: level bits before and after, and PII before and
 * after. Only the ways that occur are looked at, and left empty for the next column.
 */
class Ways {
  readonly #people = new Float64Array(1 << 16);
  #used: number[] = [];

  add(way: number, people: number): void {
    const known = this.#people[way] ?? 0;
    if (known === 0) this.#used.push(way);
    this.#people[way] = known + people;
  }

  /** Tallies every way, for so many columns alike. */
  tally(counts: EffectCounts, times: number): void {
    for (const way of this.#used) {
      const people = this.#people[way] ?? 0;
      this.#people[way] = 0;
      const old = withPii(way & 63, (way >> 12) & 3);
      tally(counts, old, withPii((way >> SECOND) & 63, way >> 14), people * times);
    }
    this.#used = [];
  }
}

const ways = new Ways();

/** Which members move: they are looked at with their parcel. */
function movedPeople(matrix: Matrix, parcels: readonly Parcel[]): Uint32Array {
  const moved = new Uint32Array(matrix.seats.size);
  for (const { before, people } of parcels) {
    before.forEach((seat, pair) => {
      moved[seat] = (moved[seat] ?? 0) + (people[pair] ?? 0);
    });
  }
  return moved;
}

/**
 * Counts what touched resources change for everybody: the people of each way are
 * added up first, and each way is tallied once. Resources on which everybody has
 * the same (the destinations of one source) are worked out once for all of them.
 */
export function countColumns(
  matrix: Matrix,
  touched: readonly TouchedColumn[],
  parcels: readonly Parcel[],
  counts: EffectCounts,
): void {
  const { columnCodes, people, pii } = matrix;
  const moved = movedPeople(matrix, parcels);
  const alike = new Map<string, { column: TouchedColumn; times: number }>();
  for (const column of touched) {
    const text = (one: TouchedColumn['before']) => (one === null ? 'none' : columnCodes.likeness(one));
    const key = `${text(column.before)} to ${text(column.after)}`;
    const known = alike.get(key);
    if (known === undefined) alike.set(key, { column, times: 1 });
    else known.times += 1;
  }
  for (const { column, times } of alike.values()) {
    const codes = columnCodes.ofSeats(column.before, column.after);
    for (let seat = 1; seat < codes.length; seat += 1) {
      const both = codes[seat] ?? 0;
      if ((both & 63) === both >> SECOND) continue;
      const sees = pii[seat] ?? 0;
      const way = both | (sees << 12) | (sees << 14);
      ways.add(way, (people[seat] ?? 0) - (moved[seat] ?? 0));
    }
    for (const parcel of parcels) {
      const later = parcel.codes(column.after);
      for (let pair = 0; pair < parcel.before.length; pair += 1) {
        const one = (codes[parcel.before[pair] ?? 0] ?? 0) & 63;
        const way = one | ((later[pair] ?? 0) << SECOND) | ((parcel.pii[pair] ?? 0) << 12);
        ways.add(way, parcel.people[pair] ?? 0);
      }
    }
    ways.tally(counts, times);
  }
}

/** Everybody's cell of a touched resource where it changes. */
export function* changesOfColumn(matrix: Matrix, touched: TouchedColumn, parcels: readonly Parcel[]) {
  const { columnCodes, seatOfMember, pii, world } = matrix;
  const before = columnCodes.ofSeats(touched.before);
  const after = columnCodes.ofSeats(touched.after);
  const moved = new Set<string>();
  for (const parcel of parcels) {
    const codes = parcel.codes(touched.after);
    for (const [memberId, pair] of parcel.who) {
      moved.add(memberId);
      const sees = parcel.pii[pair] ?? 0;
      const one = withPii(before[parcel.before[pair] ?? 0] ?? 0, sees & 3);
      const other = withPii(codes[pair] ?? 0, sees >> 2);
      if (one !== other) yield { memberId, resource: touched.key, before: one, after: other };
    }
  }
  for (const [memberId, index] of world.memberIndex) {
    const seat = seatOfMember[index] ?? 0;
    const one = withPii(before[seat] ?? 0, pii[seat] ?? 0);
    const other = withPii(after[seat] ?? 0, pii[seat] ?? 0);
    if (one !== other && !moved.has(memberId)) {
      yield { memberId, resource: touched.key, before: one, after: other };
    }
  }
}
