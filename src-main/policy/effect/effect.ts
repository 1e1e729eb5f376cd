import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { apply } from '../changes/apply';
import { BLOCK_WORDS, PLANE_WORDS, STRIP, STRIP_SHIFT } from '../matrix/blocks';
import { cellsOfColumn } from '../matrix/column-cells';
import type { BlockOfLayers, Matrix } from '../matrix/matrix';
import type { ResourceKey } from '../world/columns';
import { MoveCounter } from './count-moves';
import { type Move, movesBetween } from './moves';
import { type EffectCounts, noEffect, tally } from './tally';
import { type TouchedColumn, touchedColumns } from './touched-columns';

/** One cell that a draft changes. */
export interface CellChange {
  readonly memberId: string;
  readonly resource: ResourceKey;
  readonly before: number;
  readonly after: number;
}

/** What a draft causes, exactly. */
export interface Effect {
  readonly counts: EffectCounts;
  /** Every changed cell; worked out while it is walked. */
  changes(): Generator<CellChange>;
}

/** The effect of a draft, or which of its changes makes no sense and why. */
export type EffectResult =
  | { readonly kind: 'effect'; readonly effect: Effect; readonly after: Snapshot }
  | { readonly kind: 'impossible'; readonly position: number; readonly reason: string };

/**
 * Members who move from one row to another are counted strip by strip (see
 * `MoveCounter`); touched resources column by column, once for each row.
 */
class Difference implements Effect {
  readonly #matrix: Matrix;
  readonly #columns: readonly TouchedColumn[];
  readonly #touched: ReadonlySet<number>;
  readonly #moves: readonly Move[];
  readonly counts: EffectCounts;

  constructor(matrix: Matrix, moves: readonly Move[], columns: readonly TouchedColumn[]) {
    this.#matrix = matrix;
    this.#columns = columns;
    const { byId } = matrix.world.columns;
    this.#touched = new Set(columns.flatMap(({ key }) => byId[key.type].get(key.id) ?? []));
    this.#moves = moves;
    this.counts = this.#count();
  }

  *changes(): Generator<CellChange> {
    const { list } = this.#matrix.world.columns;
    for (const move of this.#moves) {
      for (const { column, before, after } of this.#changesOfRows(move)) {
        const resource = list[column];
        if (resource === undefined) continue;
        yield {
          memberId: move.memberId,
          resource: { type: resource.type, id: resource.id },
          before,
          after,
        };
      }
    }
    for (const touched of this.#columns) {
      const { before, after } = this.#cells(touched);
      for (const [memberId, rows] of this.#rowsOfMembers()) {
        const one = before[rows.before] ?? 0;
        const other = after[rows.after] ?? 0;
        if (one !== other) yield { memberId, resource: touched.key, before: one, after: other };
      }
    }
  }

  #cells({ before, after }: TouchedColumn): { before: Uint8Array; after: Uint8Array } {
    const pii = (row: number) => this.#matrix.piiOfRow(row);
    return {
      before: cellsOfColumn(this.#matrix.world, before, pii),
      after: cellsOfColumn(this.#matrix.world, after, pii),
    };
  }

  *#changesOfRows(rows: { before: number; after: number }) {
    for (let position = 0; position < this.#matrix.stripCount; position += 1) {
      yield* this.#changesInStrip(position, rows);
    }
  }

  *#changesInStrip(position: number, rows: { before: number; after: number }) {
    const before = this.#matrix.blocksOfRow(position, rows.before);
    const after = this.#matrix.blocksOfRow(position, rows.after);
    const piiBefore = this.#matrix.piiOfRow(rows.before);
    const piiAfter = this.#matrix.piiOfRow(rows.after);
    const piiMoves = piiBefore.certain !== piiAfter.certain || piiBefore.possible !== piiAfter.possible;
    if (!piiMoves && before.every((block, layer) => block === after[layer])) return;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      for (let differing = this.#differing(position, before, after, word, piiMoves); differing !== 0; ) {
        const offset = word * 32 + 31 - Math.clz32(differing & -differing);
        differing &= differing - 1;
        const column = position * STRIP + offset;
        if (this.#touched.has(column)) continue;
        const one = this.#matrix.cellOfBlocks(position, before, offset, piiBefore);
        const other = this.#matrix.cellOfBlocks(position, after, offset, piiAfter);
        if (one !== other) yield { column, before: one, after: other };
      }
    }
  }

  /** The columns of one word whose cells may differ: where a plane does, or anything is reached and PII moves. */
  #differing(
    position: number,
    before: BlockOfLayers,
    after: BlockOfLayers,
    word: number,
    piiMoves: boolean,
  ): number {
    let differing = 0;
    for (const layer of [0, 1, 2] as const) {
      const { blocks } = this.#matrix.strip(position, layer);
      for (let at = word; at < BLOCK_WORDS; at += PLANE_WORDS) {
        const one = blocks.word(before[layer], at);
        const other = blocks.word(after[layer], at);
        differing |= piiMoves ? one | other : one ^ other;
      }
    }
    return differing;
  }

  /** Every member of before or after, with both rows. */
  *#rowsOfMembers(): Generator<[string, { before: number; after: number }]> {
    const { memberIndex, memberRow } = this.#matrix.world;
    const moved = new Map(this.#moves.map((move) => [move.memberId, move]));
    for (const [id, index] of memberIndex) {
      const row = memberRow[index] ?? 0;
      yield [id, moved.get(id) ?? { before: row, after: row }];
    }
    for (const [id, move] of moved) if (!memberIndex.has(id)) yield [id, move];
  }

  #count(): EffectCounts {
    const counts = noEffect();
    const skipped = new Map<number, Int32Array>();
    for (const column of this.#touched) {
      const position = column >>> STRIP_SHIFT;
      const bits = skipped.get(position) ?? new Int32Array(PLANE_WORDS);
      const offset = column & (STRIP - 1);
      bits[offset >> 5] = (bits[offset >> 5] ?? 0) | (1 << (offset & 31));
      skipped.set(position, bits);
    }
    if (this.#moves.length > 0) new MoveCounter(this.#matrix, counts).count(this.#moves, skipped);
    if (this.#columns.length > 0) this.#countColumns(counts);
    return counts;
  }

  /** As if nobody moved, once for each row; then each move is put right. */
  #countColumns(counts: EffectCounts): void {
    const { memberIndex, memberRow, rows } = this.#matrix.world;
    const people = new Uint32Array(rows.size);
    for (const index of memberIndex.values()) {
      const row = memberRow[index] ?? 0;
      people[row] = (people[row] ?? 0) + 1;
    }
    for (const touched of this.#columns) {
      const { before, after } = this.#cells(touched);
      for (let row = 1; row < before.length; row += 1) {
        if (before[row] !== after[row]) tally(counts, before[row] ?? 0, after[row] ?? 0, people[row] ?? 0);
      }
      for (const move of this.#moves) {
        const one = before[move.before] ?? 0;
        tally(counts, one, after[move.before] ?? 0, -1);
        tally(counts, one, after[move.after] ?? 0, 1);
      }
    }
  }
}

/** The exact effect of a draft on a world whose matrix is at hand. */
export function effectOfDraft(matrix: Matrix, draft: readonly Change[]): EffectResult {
  let after = matrix.world.snapshot;
  for (const [position, change] of draft.entries()) {
    const applied = apply(after, change);
    if (applied.kind === 'impossible') return { kind: 'impossible', position, reason: applied.reason };
    after = applied.snapshot;
  }
  const columns = touchedColumns(matrix.world, after);
  const moves = movesBetween(matrix.world, after);
  return { kind: 'effect', effect: new Difference(matrix, moves, columns), after };
}
