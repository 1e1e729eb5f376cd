import { STRIP } from './blocks';
import type { Matrix } from './matrix';

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
    const strip = matrix.strip(position);
    const width = Math.min(STRIP, columns.list.length - position * STRIP);
    const alike = new Map<number, number[]>();
    for (const row of weight.keys()) {
      const block = strip.blockOfRow(row);
      if (block === 0) continue;
      const { certain, possible } = matrix.piiOfRow(row);
      const key = block * 4 + (certain ? 1 : 0) + (possible ? 2 : 0);
      const rows = alike.get(key);
      if (rows === undefined) alike.set(key, [row]);
      else rows.push(row);
    }
    for (const [key, rows] of alike) {
      const block = Math.floor(key / 4);
      const pii = { certain: (key & 1) !== 0, possible: (key & 2) !== 0 };
      const people = rows.reduce((sum, row) => sum + (weight.get(row) ?? 0), 0);
      const across = nothing();
      for (let offset = 0; offset < width; offset += 1) {
        const cell = matrix.cellOfBlock(strip, block, offset, pii);
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
