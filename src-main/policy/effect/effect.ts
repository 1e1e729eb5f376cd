import type { Change } from '@contract/changes';
import type { Resource, Snapshot } from '@contract/snapshot';
import { apply } from '../changes/apply';
import { BLOCK_WORDS, PLANE_WORDS, STRIP } from '../matrix/blocks';
import { cellsOfColumn } from '../matrix/column-cells';
import type { BlockOfLayers, Matrix } from '../matrix/matrix';
import { type Column, columnReader, keyText, type ResourceKey } from '../world/columns';
import { reseat, type World } from '../world/world';
import { type EffectCounts, noEffect, tally } from './tally';

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

/** A resource that the draft touches, before and after; `null` where it is not there. */
interface TouchedColumn {
  readonly key: ResourceKey;
  readonly before: Column | null;
  readonly after: Column | null;
}

function resourcesByKey(resources: readonly Resource[]): Map<string, Resource> {
  return new Map(resources.map((resource) => [keyText(resource), resource]));
}

/** The resources that are other objects after: an apply keeps what it does not change. */
function changedResources(
  before: readonly Resource[],
  after: readonly Resource[],
): [Map<string, Resource>, Map<string, Resource>] {
  if (before.length !== after.length) {
    const old = resourcesByKey(before);
    const now = resourcesByKey(after);
    return [
      new Map([...old].filter(([key, resource]) => now.get(key) !== resource)),
      new Map([...now].filter(([key, resource]) => old.get(key) !== resource)),
    ];
  }
  const differ = (one: readonly Resource[], other: readonly Resource[]) =>
    resourcesByKey(one.filter((resource, position) => resource !== other[position]));
  return [differ(before, after), differ(after, before)];
}

/** The resources that a draft touches, and the destinations of touched sources. */
function touchedColumns(world: World, after: Snapshot): TouchedColumn[] {
  const before = world.snapshot;
  if (before.resources === after.resources) return [];
  const [old, now] = changedResources(before.resources, after.resources);
  const sources = new Set(
    [...old.values(), ...now.values()].flatMap(({ type, id }) => (type === 'SOURCE' ? [id] : [])),
  );
  const follow = (into: Map<string, Resource>, resources: readonly Resource[]) => {
    for (const each of resources) {
      if (each.type === 'DESTINATION' && sources.has(each.sourceId)) into.set(keyText(each), each);
    }
  };
  if (sources.size > 0) {
    follow(old, before.resources);
    follow(now, after.resources);
  }
  const touched = new Set([...old.keys(), ...now.keys()]);
  const reader = columnReader(after, world.reader.labels);
  return [...touched].flatMap((key) => {
    const one = old.get(key);
    const other = now.get(key);
    const known = one ?? other;
    if (known === undefined) return [];
    const column = (resource: Resource | undefined, read: (resource: Resource) => Column) =>
      resource === undefined ? null : read(resource);
    return [
      {
        key: { type: known.type, id: known.id },
        before: column(one, world.reader.column),
        after: column(other, reader.column),
      },
    ];
  });
}

/** The members of both snapshots with their rows; row 0 where there is no such member. */
function rowsOfMembers(before: World, after: World): Map<string, { before: number; after: number }> {
  const rows = new Map<string, { before: number; after: number }>();
  for (const [id, index] of before.memberIndex)
    rows.set(id, { before: before.memberRow[index] ?? 0, after: 0 });
  for (const [id, index] of after.memberIndex) {
    const row = after.memberRow[index] ?? 0;
    const known = rows.get(id);
    if (known === undefined) rows.set(id, { before: 0, after: row });
    else known.after = row;
  }
  return rows;
}

/**
 * Members who move from one row to another are counted once for each pair of
 * rows, in each strip once for each pair of blocks; touched resources are
 * counted column by column, once for each row.
 */
class Difference implements Effect {
  readonly #matrix: Matrix;
  readonly #columns: readonly TouchedColumn[];
  readonly #touched: ReadonlySet<number>;
  readonly #rows: ReadonlyMap<string, { before: number; after: number }>;
  readonly counts: EffectCounts;

  constructor(matrix: Matrix, after: World, columns: readonly TouchedColumn[]) {
    this.#matrix = matrix;
    this.#columns = columns;
    const { byId } = matrix.world.columns;
    this.#touched = new Set(columns.flatMap(({ key }) => byId[key.type].get(key.id) ?? []));
    this.#rows = rowsOfMembers(matrix.world, after);
    this.counts = this.#count();
  }

  *changes(): Generator<CellChange> {
    const { list } = this.#matrix.world.columns;
    for (const [memberId, rows] of this.#rows) {
      if (rows.before === rows.after) continue;
      for (const { column, before, after } of this.#changesOfRows(rows)) {
        const resource = list[column];
        if (resource === undefined) continue;
        yield { memberId, resource: { type: resource.type, id: resource.id }, before, after };
      }
    }
    for (const touched of this.#columns) {
      const { before, after } = this.#cells(touched);
      for (const [memberId, rows] of this.#rows) {
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

  #count(): EffectCounts {
    const counts = noEffect();
    const moves = new Map<number, { before: number; after: number; people: number }>();
    for (const rows of this.#rows.values()) {
      if (rows.before === rows.after) continue;
      const key = rows.before * 2 ** 26 + rows.after;
      const move = moves.get(key);
      if (move === undefined) moves.set(key, { ...rows, people: 1 });
      else move.people += 1;
    }
    for (let position = 0; position < this.#matrix.stripCount; position += 1)
      this.#countStrip(position, moves, counts);
    for (const touched of this.#columns) {
      const { before, after } = this.#cells(touched);
      for (const rows of this.#rows.values())
        tally(counts, before[rows.before] ?? 0, after[rows.after] ?? 0, 1);
    }
    return counts;
  }

  /** Whether a move changes nothing in a strip: most moves do not touch most strips. */
  #staysInStrip(position: number, { before, after }: { before: number; after: number }): boolean {
    for (const layer of [0, 1, 2] as const) {
      const strip = this.#matrix.strip(position, layer);
      if (strip.blockOfRow(before) !== strip.blockOfRow(after)) return false;
    }
    const one = this.#matrix.piiOfRow(before);
    const other = this.#matrix.piiOfRow(after);
    return one.certain === other.certain && one.possible === other.possible;
  }

  #countStrip(
    position: number,
    moves: ReadonlyMap<number, { before: number; after: number; people: number }>,
    counts: EffectCounts,
  ): void {
    const alike = new Map<string, { before: number; after: number; people: number }>();
    for (const move of moves.values()) {
      if (this.#staysInStrip(position, move)) continue;
      const before = this.#matrix.blocksOfRow(position, move.before);
      const after = this.#matrix.blocksOfRow(position, move.after);
      const one = this.#matrix.piiOfRow(move.before);
      const other = this.#matrix.piiOfRow(move.after);
      const pii = [one.certain, one.possible, other.certain, other.possible].map(Number).join('');
      const key = `${before} ${after} ${pii}`;
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { ...move });
      else known.people += move.people;
    }
    for (const move of alike.values()) {
      for (const { before, after } of this.#changesInStrip(position, move)) {
        tally(counts, before, after, move.people);
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
  return { kind: 'effect', effect: new Difference(matrix, reseat(matrix.world, after), columns), after };
}
