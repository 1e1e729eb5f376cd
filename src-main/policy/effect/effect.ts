import type { Change } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';
import { apply } from '../changes/apply';
import { PLANE_WORDS, STRIP, STRIP_SHIFT } from '../matrix/blocks';
import type { Matrix } from '../matrix/matrix';
import type { ResourceKey } from '../world/columns';
import { casesIn } from './cases';
import { changesOfColumn, countColumns } from './column-changes';
import { changesOfCase, countCases } from './count-cases';
import { type Extent, extentOf } from './extent';
import { movesBetween } from './moves';
import { type Parcel, parcelsOf } from './parcels';
import { countPlainGain } from './plain-gain';
import { type EffectCounts, noEffect } from './tally';
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
  /** How many members and resources are among the changed cells; worked out when it is asked. */
  extent(): Extent;
}

/** The effect of a draft, or which of its changes makes no sense and why. */
export type EffectResult =
  | { readonly kind: 'effect'; readonly effect: Effect; readonly after: Snapshot }
  | { readonly kind: 'impossible'; readonly position: number; readonly reason: string };

/**
 * Members who move are counted strip by strip (see `casesIn`), touched resources
 * column by column. Only what a draft concerns is looked at; nothing is rebuilt.
 */
class Difference implements Effect {
  readonly #matrix: Matrix;
  readonly #columns: readonly TouchedColumn[];
  /** For each strip with touched columns their bits: they are counted apart. */
  readonly #skipped = new Map<number, Int32Array>();
  readonly #parcels: readonly Parcel[];
  readonly counts: EffectCounts = noEffect();

  constructor(matrix: Matrix, parcels: readonly Parcel[], columns: readonly TouchedColumn[]) {
    this.#matrix = matrix;
    this.#columns = columns;
    this.#parcels = parcels;
    this.#skip();
    for (const parcel of parcels) {
      for (let position = 0; position < matrix.stripCount; position += 1) {
        const steps = parcel.steps(position);
        const skipped = this.#skipped.get(position);
        if (countPlainGain(matrix, parcel, position, steps, skipped, this.counts)) continue;
        const cases = casesIn(matrix, parcel, position, steps);
        if (cases !== null) countCases(cases, skipped, this.counts);
      }
    }
    if (columns.length > 0) countColumns(matrix, columns, parcels, this.counts);
  }

  *changes(): Generator<CellChange> {
    for (const parcel of this.#parcels) {
      for (let position = 0; position < this.#matrix.stripCount; position += 1) {
        yield* this.#changesInStrip(parcel, position);
      }
    }
    for (const column of this.#columns) yield* changesOfColumn(this.#matrix, column, this.#parcels);
  }

  extent(): Extent {
    return extentOf(this.#matrix, this.#parcels, this.#columns, this.#skipped);
  }

  *#changesInStrip(parcel: Parcel, position: number): Generator<CellChange> {
    const cases = casesIn(this.#matrix, parcel, position, parcel.steps(position));
    if (cases === null) return;
    const { list } = this.#matrix.world.columns;
    const skipped = this.#skipped.get(position);
    const ofCase = Array.from(cases.people, (_, number) => [...changesOfCase(cases, number, skipped)]);
    for (const [memberId, pair] of parcel.who) {
      for (const { offset, before, after } of ofCase[cases.ofPair[pair] ?? 0] ?? []) {
        const column = list[position * STRIP + offset];
        if (column === undefined) continue;
        yield { memberId, resource: { type: column.type, id: column.id }, before, after };
      }
    }
  }

  #skip(): void {
    const { byId } = this.#matrix.world.columns;
    for (const { key } of this.#columns) {
      const column = byId[key.type].get(key.id);
      if (column === undefined) continue;
      const position = column >>> STRIP_SHIFT;
      const bits = this.#skipped.get(position) ?? new Int32Array(PLANE_WORDS);
      const offset = column & (STRIP - 1);
      bits[offset >> 5] = (bits[offset >> 5] ?? 0) | (1 << (offset & 31));
      this.#skipped.set(position, bits);
    }
  }
}

/** The exact effect of a draft on a world whose matrix is at hand. */
export function effectOfDraft(matrix: Matrix, draft: readonly Change[]): EffectResult {
  const { world } = matrix;
  let after = world.snapshot;
  for (const [position, change] of draft.entries()) {
    const applied = apply(after, change);
    if (applied.kind === 'impossible') return { kind: 'impossible', position, reason: applied.reason };
    after = applied.snapshot;
  }
  const rows = world.rows.size;
  const columns = touchedColumns(world, after);
  const parcels = parcelsOf(matrix, movesBetween(world, after));
  // The draft's own rows are in the parcels' seats now.
  world.rows.release(rows);
  return { kind: 'effect', effect: new Difference(matrix, parcels, columns), after };
}
