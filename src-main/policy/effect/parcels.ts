import { BLOCK_WORDS, PLANE_WORDS } from '../matrix/blocks';
import { ColumnCodes } from '../matrix/column-codes';
import type { Layer } from '../matrix/layers';
import type { Matrix } from '../matrix/matrix';
import { Seats } from '../matrix/seats';
import type { Strip } from '../matrix/strip';
import { Strips } from '../matrix/strips';
import type { Column } from '../world/columns';
import type { Exchange, Moves, Reseated } from './moves';

/**
 * What becomes of a block in one layer of a strip: `(old & keep) | gain`, and what
 * the seat has in `more`. The same three steps serve every kind of move.
 */
export interface LayerStep {
  readonly keep: Int32Array;
  readonly gain: Int32Array;
  readonly more: Strip | null;
}

/** The steps of the three layers of a strip. */
export type LayerSteps = readonly [certain: LayerStep, possible: LayerStep, undisputed: LayerStep];

/** People who move in the same manner, those of one seat and one goal together. */
export interface Parcel {
  /** For each pair its seat before, its seat in `more`, and how many people go this way. */
  readonly before: readonly number[];
  readonly other: readonly number[];
  readonly people: readonly number[];
  /** Bits 1, 2: PII before; 4, 8: after. */
  readonly pii: readonly number[];
  readonly piiMoves: boolean;
  /** Each person with the number of the pair. */
  readonly who: Iterable<readonly [memberId: string, pair: number]>;
  /** What becomes of blocks in each layer of a strip. */
  steps(position: number): LayerSteps;
  /** For each pair the level bits that its people have afterwards on a column. */
  codes(column: Column | null): readonly number[];
}

const NONE = new Int32Array(BLOCK_WORDS);
const ALL = new Int32Array(BLOCK_WORDS).fill(-1);
/** The step that changes nothing. */
const NOTHING: LayerStep = { keep: ALL, gain: NONE, more: null };

/** One bundle in the place of another. */
class ExchangeParcel implements Parcel {
  readonly before: number[] = [];
  readonly other: readonly number[];
  readonly people: number[] = [];
  readonly pii: number[] = [];
  readonly piiMoves: boolean;
  readonly #matrix: Matrix;
  readonly #exchange: Exchange;
  /** The people's own seats, where a bundle leaves them: nobody else's need to be folded without it. */
  readonly #remaining: Seats;
  /** The outgoing bundle by its number in the seats. */
  readonly #without: number;
  readonly #pairOfSeat: Int32Array;
  /** The powers of the old bundle alone, of the new one alone, and of both. */
  readonly #gone: readonly number[];
  readonly #come: readonly number[];
  readonly #stayed: readonly number[];
  readonly #doubtful: boolean;

  constructor(matrix: Matrix, exchange: Exchange) {
    this.#matrix = matrix;
    this.#exchange = exchange;
    const { bundles } = matrix.world.rows;
    const old = bundles[exchange.out] ?? [];
    const now = bundles[exchange.into] ?? [];
    this.#gone = old.filter((power) => !now.includes(power));
    this.#come = now.filter((power) => !old.includes(power));
    this.#stayed = old.filter((power) => now.includes(power));
    const { seats, seatOfMember, pii, strips } = matrix;
    this.#without = exchange.out === 0 ? 0 : seats.bundles.indexOf(exchange.out);
    const { traits } = strips.maker;
    this.#doubtful = [...old, ...now].some(
      (power) => traits.of(power).doubtful || traits.of(power).kind === 'unknown',
    );
    const gained = now.reduce((bits, power) => bits | traits.of(power).pii, 0);
    const unmasked = old.some((power) => traits.of(power).pii !== 0);
    const kept = unmasked ? seats.pii(traits, this.#without) : pii;
    this.#pairOfSeat = new Int32Array(seats.size).fill(-1);
    const rows: number[] = [];
    let moves = false;
    for (const member of exchange.members) {
      const seat = seatOfMember[member] ?? 0;
      const known = this.#pairOfSeat[seat] ?? -1;
      if (known >= 0) {
        this.people[known] = (this.people[known] ?? 0) + 1;
        continue;
      }
      this.#pairOfSeat[seat] = this.before.length;
      this.before.push(seat);
      rows.push(matrix.world.memberRow[member] ?? 0);
      this.people.push(1);
      const old = pii[seat] ?? 0;
      const now = (kept[seat] ?? 0) | gained;
      this.pii.push(old | (now << 2));
      moves ||= old !== now;
    }
    this.piiMoves = moves;
    this.#remaining = this.#gone.length === 0 ? seats : new Seats(matrix.world.rows, rows);
    this.other = rows.map((row) => this.#remaining.ofRow[row] ?? 0);
  }

  get who(): (readonly [string, number])[] {
    const { world, seatOfMember } = this.#matrix;
    return this.#exchange.members.map((member) => [
      world.snapshot.members[member]?.id ?? '',
      this.#pairOfSeat[seatOfMember[member] ?? 0] ?? 0,
    ]);
  }

  steps(position: number): LayerSteps {
    const certain = this.#step(position, 0);
    const { strips } = this.#matrix;
    const { hidden, unmatched } = strips.maker.facts(position);
    const alike = !this.#doubtful && !hidden && !unmatched;
    // Without doubt about any power, what is possible is what is certain.
    const possible =
      alike && (certain.more === null || strips.strip(position, 1) === strips.strip(position, 0))
        ? certain
        : this.#step(position, 1);
    return [certain, possible, this.#step(position, 2)];
  }

  /**
   * What the old bundle gave and the new one does not is lost, unless another
   * bundle of the seat gives it. Powers in both bundles neither give nor take.
   */
  #step(position: number, layer: Layer): LayerStep {
    const { maker } = this.#matrix.strips;
    const gain = maker.reachOf(this.#come, position, layer);
    if (this.#gone.length === 0) return gain === null ? NOTHING : { keep: ALL, gain, more: null };
    const given = maker.reachOf(this.#gone, position, layer);
    if (given === null) return gain === null ? NOTHING : { keep: ALL, gain, more: null };
    const stayed = maker.reachOf(this.#stayed, position, layer) ?? NONE;
    const keep = new Int32Array(BLOCK_WORDS);
    const within = new Int32Array(PLANE_WORDS);
    let any = 0;
    for (let at = 0; at < BLOCK_WORDS; at += 1) {
      const lost = (given[at] ?? 0) & ~(gain?.[at] ?? 0) & ~(stayed[at] ?? 0);
      // Everybody here had what the old bundle gave: only the rest is new.
      if (gain !== null) gain[at] = (gain[at] ?? 0) & ~(given[at] ?? 0);
      keep[at] = ~lost;
      within[at % PLANE_WORDS] = (within[at % PLANE_WORDS] ?? 0) | lost;
      any |= lost;
    }
    if (any === 0) return gain === null ? NOTHING : { keep: ALL, gain, more: null };
    const remaining = this.#remaining;
    const leaving = { without: remaining.bundles.indexOf(this.#exchange.out), within };
    return { keep, gain: gain ?? NONE, more: maker.make(remaining, position, layer, leaving) };
  }

  codes(column: Column | null): readonly number[] {
    const codes = this.#matrix.columnCodes;
    const gained = codes.ofBundle(this.#exchange.into, column);
    const kept = codes.ofSeats(column, null, this.#without);
    return this.before.map((seat) => (kept[seat] ?? 0) | gained);
  }
}

/** People who are read anew: nothing of the old is kept, and `more` is what their new seats have. */
class ReseatedParcel implements Parcel {
  readonly before: number[] = [];
  readonly other: number[] = [];
  readonly people: number[] = [];
  readonly pii: number[] = [];
  readonly piiMoves: boolean;
  readonly who: (readonly [string, number])[];
  readonly #strips: Strips;
  readonly #codes: ColumnCodes;

  constructor(matrix: Matrix, reseated: readonly Reseated[]) {
    const { world, seatOfMember, pii, strips } = matrix;
    const seats = new Seats(
      world.rows,
      reseated.map(({ row }) => row),
    );
    this.#strips = new Strips(seats, strips.maker);
    this.#codes = new ColumnCodes(world, seats);
    const piiAfter = seats.pii(strips.maker.traits);
    const pairs = new Map<number, number>();
    let moves = false;
    this.who = reseated.map(({ memberId, row }) => {
      const seat = seatOfMember[world.memberIndex.get(memberId) ?? -1] ?? 0;
      const other = seats.ofRow[row] ?? 0;
      const key = seat * seats.size + other;
      let pair = pairs.get(key);
      if (pair === undefined) {
        pair = this.before.length;
        pairs.set(key, pair);
        this.before.push(seat);
        this.other.push(other);
        this.people.push(0);
        const old = pii[seat] ?? 0;
        const now = piiAfter[other] ?? 0;
        this.pii.push(old | (now << 2));
        moves ||= old !== now;
      }
      this.people[pair] = (this.people[pair] ?? 0) + 1;
      return [memberId, pair] as const;
    });
    this.piiMoves = moves;
  }

  steps(position: number): LayerSteps {
    const step = (layer: Layer) => ({ keep: NONE, gain: NONE, more: this.#strips.strip(position, layer) });
    const certain = step(0);
    const possible = step(1);
    return [certain, possible.more === certain.more ? certain : possible, step(2)];
  }

  codes(column: Column | null): readonly number[] {
    const codes = this.#codes.ofSeats(column);
    return this.other.map((seat) => codes[seat] ?? 0);
  }
}

/** The parcels of all who move. */
export function parcelsOf(matrix: Matrix, { exchanges, reseated }: Moves): Parcel[] {
  const parcels: Parcel[] = exchanges
    .filter(({ members }) => members.length > 0)
    .map((exchange) => new ExchangeParcel(matrix, exchange));
  if (reseated.length > 0) parcels.push(new ReseatedParcel(matrix, reseated));
  return parcels;
}
