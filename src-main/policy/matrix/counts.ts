import { STRIP } from './blocks';
import type { PiiOfRow } from './cell';
import type { BlockOfLayers, Matrix } from './matrix';

/** How many certain, and how many possible, cells there are: of a member (across) or a resource (down). */
export interface ReachCount {
  read: number;
  admin: number;
  /** Not reached for certain, but perhaps. */
  unknown: number;
  pii: number;
}

/** Counts for every member and resource by their numbers in the world. */
export interface Counts {
  readonly members: readonly ReachCount[];
  readonly resources: readonly ReachCount[];
}

const nothing = (): ReachCount => ({ read: 0, admin: 0, unknown: 0, pii: 0 });

function add(to: ReachCount, cell: number, times: number): void {
  if ((cell & 2) !== 0) to.admin += times;
  else if ((cell & 1) !== 0) to.read += times;
  else if ((cell & 4) !== 0) to.unknown += times;
  if ((cell & 64) !== 0) to.pii += times;
}

/**
 * Counts all cells. Members of one row count alike, and within a strip those of
 * one block: each different block is looked at once.
 */
export function countAll(matrix: Matrix): Counts {
  const { memberRow, columns, memberIndex, snapshot } = matrix.world;
  const weight = new Map<number, number>();
  snapshot.members.forEach(({ id }, index) => {
    if (memberIndex.get(id) !== index) return;
    const row = memberRow[index] ?? 0;
    weight.set(row, (weight.get(row) ?? 0) + 1);
  });
  const ofRow = new Map([...weight.keys()].map((row) => [row, nothing()]));
  const resources = columns.list.map(nothing);
  for (let position = 0; position < matrix.stripCount; position += 1) {
    const width = Math.min(STRIP, columns.list.length - position * STRIP);
    const alike = new Map<string, { blocks: BlockOfLayers; pii: PiiOfRow; rows: number[] }>();
    for (const row of weight.keys()) {
      const blocks = matrix.blocksOfRow(position, row);
      if (blocks[1] === 0) continue;
      const pii = matrix.piiOfRow(row);
      const key = `${blocks.join()} ${pii.certain} ${pii.possible}`;
      const known = alike.get(key);
      if (known === undefined) alike.set(key, { blocks, pii, rows: [row] });
      else known.rows.push(row);
    }
    for (const { blocks, pii, rows } of alike.values()) {
      const people = rows.reduce((sum, row) => sum + (weight.get(row) ?? 0), 0);
      const across = nothing();
      for (let offset = 0; offset < width; offset += 1) {
        const cell = matrix.cellOfBlocks(position, blocks, offset, pii);
        if (cell === 0) continue;
        add(across, cell, 1);
        const resource = resources[position * STRIP + offset];
        if (resource !== undefined) add(resource, cell, people);
      }
      for (const row of rows) {
        const count = ofRow.get(row);
        if (count === undefined) continue;
        count.read += across.read;
        count.admin += across.admin;
        count.unknown += across.unknown;
        count.pii += across.pii;
      }
    }
  }
  const members = snapshot.members.map((_, index) => ({
    ...(ofRow.get(memberRow[index] ?? 0) ?? nothing()),
  }));
  return { members, resources };
}
