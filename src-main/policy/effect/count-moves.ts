import { PLANE_WORDS } from '../matrix/blocks';
import type { PiiOfRow } from '../matrix/cell';
import type { Matrix } from '../matrix/matrix';
import type { Strip } from '../matrix/strip';
import type { Move, Swap } from './moves';
import type { EffectCounts } from './tally';

/** What a move becomes in one strip: three blocks, three to read instead, and what those gain (0: nothing). */
const FIELDS = 10;
const PII = 9;
const LAYERS = [0, 1, 2] as const;

/** How many bits are set (the parallel sum of Hacker's Delight, 5-1). */
function ones(word: number): number {
  let sum = word - ((word >>> 1) & 0x55555555);
  sum = (sum & 0x33333333) + ((sum >>> 2) & 0x33333333);
  return Math.imul((sum + (sum >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function piiCode(before: PiiOfRow, after: PiiOfRow): number {
  return [before.certain, before.possible, after.certain, after.possible].reduce(
    (code, sees, place) => code | (sees ? 1 << place : 0),
    0,
  );
}

function same(strip: Strip, { out, into }: Swap): boolean {
  return strip.blockOfBundle(out) === strip.blockOfBundle(into);
}

/**
 * The block that a swap adds to every row here; `null` where it may take something
 * away: what a row keeps then depends on its other bundles.
 */
function gainOf(strip: Strip, { out, into }: Swap): number | null {
  const block = strip.blockOfBundle(into);
  return strip.blocks.union(strip.blockOfBundle(out), block) === block ? block : null;
}

/** Whether such a move changes nothing in the strip. */
function stays(move: Int32Array): boolean {
  const pii = move[PII] ?? 0;
  return move[0] === move[3] && move[1] === move[4] && move[2] === move[5] && (pii & 3) === pii >> 2;
}

/** Moves with one and the same swap, or all without. */
interface Batch {
  readonly swap: Swap | null;
  readonly before: number[];
  readonly after: number[];
  /** How many members go this way. */
  readonly people: number[];
  readonly pii: number[];
  readonly known: Map<number, number>;
  piiMoves: boolean;
}

function batchesOf(matrix: Matrix, moves: readonly Move[]): Batch[] {
  const batches = new Map<Swap | null, Batch>();
  for (const { before, after, swap } of moves) {
    let batch = batches.get(swap);
    if (batch === undefined) {
      batch = { swap, before: [], after: [], people: [], pii: [], known: new Map(), piiMoves: false };
      batches.set(swap, batch);
    }
    const key = before * 2 ** 26 + after;
    const known = batch.known.get(key);
    if (known !== undefined) {
      batch.people[known] = (batch.people[known] ?? 0) + 1;
      continue;
    }
    batch.known.set(key, batch.before.length);
    const pii = piiCode(matrix.piiOfRow(before), matrix.piiOfRow(after));
    batch.before.push(before);
    batch.after.push(after);
    batch.people.push(1);
    batch.pii.push(pii);
    batch.piiMoves ||= (pii & 3) !== pii >> 2;
  }
  return [...batches.values()];
}

/**
 * Counts what moves change, strip by strip. A strip in which the old and
 * the new bundle reach the same is passed over without a look at the members. In the others
 * members whose blocks are alike are counted together, so that each distinct
 * combination is compared once, 32 columns at a time.
 */
export class MoveCounter {
  readonly #matrix: Matrix;
  readonly #counts: EffectCounts;
  readonly #people: number[] = [];
  readonly #next: number[] = [];
  #alike = new Int32Array(256 * FIELDS);

  constructor(matrix: Matrix, counts: EffectCounts) {
    this.#matrix = matrix;
    this.#counts = counts;
  }

  /** `skipped`: for each strip the bits of columns that are counted elsewhere. */
  count(moves: readonly Move[], skipped: ReadonlyMap<number, Int32Array>): void {
    for (const batch of batchesOf(this.#matrix, moves)) {
      for (let position = 0; position < this.#matrix.stripCount; position += 1) {
        const strips = LAYERS.map((layer) => this.#matrix.strip(position, layer));
        const [certain, possible, undisputed] = strips;
        if (certain === undefined || possible === undefined || undisputed === undefined) continue;
        this.#countStrip([certain, possible, undisputed], batch, skipped.get(position));
      }
    }
  }

  #countStrip(strips: readonly [Strip, Strip, Strip], batch: Batch, skipped: Int32Array | undefined): void {
    const { swap, pii, piiMoves } = batch;
    const [certain, possible, undisputed] = strips;
    if (swap !== null && !piiMoves && strips.every((strip) => same(strip, swap))) return;
    const gained = strips.map((strip) => (swap === null ? null : gainOf(strip, swap)));
    this.#people.length = 0;
    this.#next.length = 0;
    const heads = new Map<number, number>();
    const wanted = new Int32Array(FIELDS);
    wanted.set(
      gained.map((block) => block ?? 0),
      6,
    );
    for (let at = 0; at < pii.length; at += 1) {
      const before = batch.before[at] ?? 0;
      const after = batch.after[at] ?? 0;
      wanted[0] = certain.blockOfRow(before);
      wanted[1] = possible.blockOfRow(before);
      wanted[2] = undisputed.blockOfRow(before);
      wanted[3] = gained[0] === null ? certain.blockOfRow(after) : wanted[0];
      wanted[4] = gained[1] === null ? possible.blockOfRow(after) : wanted[1];
      wanted[5] = gained[2] === null ? undisputed.blockOfRow(after) : wanted[2];
      wanted[PII] = pii[at] ?? 0;
      if (swap === null && stays(wanted)) continue;
      this.#gather(heads, wanted, batch.people[at] ?? 0);
    }
    for (let entry = 0; entry < this.#people.length; entry += 1) this.#compare(strips, entry, skipped);
  }

  /** Adds one member to those alike. Few share a first block and differ in the rest: a short chain holds them. */
  #gather(heads: Map<number, number>, wanted: Int32Array, people: number): void {
    const first = wanted[0] ?? 0;
    const head = heads.get(first) ?? -1;
    for (let entry = head; entry !== -1; entry = this.#next[entry] ?? -1) {
      if (!this.#same(entry, wanted)) continue;
      this.#people[entry] = (this.#people[entry] ?? 0) + people;
      return;
    }
    const entry = this.#people.length;
    if ((entry + 1) * FIELDS > this.#alike.length) {
      const larger = new Int32Array(this.#alike.length * 2);
      larger.set(this.#alike);
      this.#alike = larger;
    }
    this.#alike.set(wanted, entry * FIELDS);
    this.#people.push(people);
    this.#next.push(head);
    heads.set(first, entry);
  }

  #same(entry: number, wanted: Int32Array): boolean {
    for (let field = 1; field < FIELDS; field += 1) {
      if (this.#alike[entry * FIELDS + field] !== wanted[field]) return false;
    }
    return true;
  }

  /** As `tally`, for 32 columns at once: each count is the number of bits of an expression. */
  #compare(strips: readonly [Strip, Strip, Strip], entry: number, skipped: Int32Array | undefined): void {
    const { blocks } = strips[0];
    const people = this.#people[entry] ?? 0;
    const block = (field: number) => this.#alike[entry * FIELDS + field] ?? 0;
    const pii = block(PII);
    const counts = this.#counts;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      const open = ~(skipped?.[word] ?? 0);
      const old = blocks.word(block(0), word);
      const now = blocks.word(block(3), word) | blocks.word(block(6), word);
      const admin = word + PLANE_WORDS;
      const oldAdmin = blocks.word(block(0), admin);
      const nowAdmin = blocks.word(block(3), admin) | blocks.word(block(6), admin);
      const piiOld = (pii & 1) !== 0 ? old : 0;
      const piiNow = (pii & 4) !== 0 ? now : 0;
      const certain = (old ^ now) | (oldAdmin ^ nowAdmin) | (piiOld ^ piiNow);
      const doubtful = this.#doubtful(strips, block, word);
      const changed = (certain | doubtful) & open;
      if (changed === 0) continue;
      counts.cells += people * ones(changed);
      counts.onlyDoubt += people * ones(changed & ~certain);
      counts.gained += people * ones(~old & now & open);
      counts.lost += people * ones(old & ~now & open);
      counts.raised += people * ones(old & now & ~oldAdmin & nowAdmin & open);
      counts.lowered += people * ones(old & now & oldAdmin & ~nowAdmin & open);
      counts.piiGained += people * ones(~piiOld & piiNow & open);
      counts.piiLost += people * ones(piiOld & ~piiNow & open);
    }
  }

  /** The columns of a word where what is possible or undisputed changes. */
  #doubtful(
    [, possible, undisputed]: readonly [Strip, Strip, Strip],
    block: (field: number) => number,
    word: number,
  ): number {
    let changed = 0;
    for (const at of [word, word + PLANE_WORDS]) {
      const { blocks } = undisputed;
      changed |= blocks.word(block(2), at) ^ (blocks.word(block(5), at) | blocks.word(block(8), at));
      const old = possible.blocks.word(block(1), at);
      const now = possible.blocks.word(block(4), at) | possible.blocks.word(block(7), at);
      changed |= old ^ now;
      if (at !== word) continue;
      changed |= ((block(PII) & 2) !== 0 ? old : 0) ^ ((block(PII) & 8) !== 0 ? now : 0);
    }
    return changed;
  }
}
