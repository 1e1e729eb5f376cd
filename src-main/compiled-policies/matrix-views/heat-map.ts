import { STRIP, STRIP_SHIFT } from '../../policy/matrix/blocks';
import { stripsOf, sumsOf } from './counting-cells';
import type { PreparedView } from './prepared-view';

/** Where each resource line lies, by columns: a fold lies where its resources do. */
function tilesOfColumns({ resources }: PreparedView, width: number): Map<number, number[]> {
  const tiles = new Map<number, number[]>();
  const tileOf = (line: number) => Math.floor((line * width) / resources.length);
  resources.forEach((line, at) => {
    for (const { column } of line.kind === 'resource' ? [line.shown] : line.members) {
      const known = tiles.get(column);
      if (known === undefined) tiles.set(column, [tileOf(at)]);
      else known.push(tileOf(at));
    }
  });
  return tiles;
}

/** A cell of a tile's share, of 255: what is not nothing is never drawn as nothing, nor less than all as all. */
function share(count: number, of: number): number {
  if (of === 0 || count === 0) return 0;
  if (count >= of) return 255;
  return Math.min(254, Math.max(1, Math.round((count / of) * 255)));
}

/**
 * The whole view as tiles: how much of each is reached for certain, and how much is unknown.
 * Within a strip and a row of tiles, principals of one variant are counted together.
 */
export function heatMapOf(prepared: PreparedView, width: number, height: number) {
  const { principals, policies, masks } = prepared;
  const lineOf: number[] = [];
  const members: number[] = [];
  principals.forEach(({ alike }, line) => {
    for (const { member } of alike) {
      lineOf.push(line);
      members.push(member);
    }
  });
  const rowOf = lineOf.map((line) => Math.floor((line * height) / principals.length));
  const columnTiles = tilesOfColumns(prepared, width);
  const size = width * height;
  const reached = new Float64Array(size);
  const unknown = new Float64Array(size);
  const people = new Uint32Array(height);
  for (const row of rowOf) people[row] = (people[row] ?? 0) + 1;
  const columnsIn = new Uint32Array(width);
  for (const tiles of columnTiles.values())
    for (const tile of tiles) columnsIn[tile] = (columnsIn[tile] ?? 0) + 1;

  for (const { position, variants } of stripsOf(policies.policy.matrix, null, masks, members)) {
    const wide = variants.list.length;
    const counts = new Uint32Array(height * wide);
    variants.of.forEach((variant, place) => {
      const at = (rowOf[place] ?? 0) * wide + variant;
      counts[at] = (counts[at] ?? 0) + 1;
    });
    const columns = Array.from({ length: STRIP }, (_, offset) =>
      columnTiles.get((position << STRIP_SHIFT) + offset),
    );
    const reachedPlanes = variants
      .planes('admin')
      .map((word, at) => word | (variants.planes('read')[at] ?? 0));
    for (const [planes, into] of [
      [reachedPlanes, reached],
      [variants.planes('unknown'), unknown],
    ] as const) {
      if (planes.every((word) => word === 0)) continue;
      for (let row = 0; row < height; row += 1) {
        const sums = sumsOf(planes, counts.subarray(row * wide, (row + 1) * wide));
        for (let offset = 0; offset < STRIP; offset += 1) {
          const sum = sums[offset] ?? 0;
          if (sum === 0) continue;
          for (const tile of columns[offset] ?? [])
            into[row * width + tile] = (into[row * width + tile] ?? 0) + sum;
        }
      }
    }
  }
  const tile = (from: Float64Array) =>
    Uint8Array.from(from, (sum, at) =>
      share(sum, (people[Math.floor(at / width)] ?? 0) * (columnsIn[at % width] ?? 0)),
    );
  return { reach: tile(reached), unknown: tile(unknown) };
}
