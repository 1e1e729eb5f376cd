import type { ReachCount } from '@contract/reach-count';
import { PLANE_WORDS, STRIP } from '../../policy/matrix/blocks';
import type { Matrix } from '../../policy/matrix/matrix';
import type { StripMasks } from './strip-masks';
import { StripVariants, type TallyName } from './variants';

/** Cells by what they show. */
export type CellCounts = Record<'admin' | 'read' | 'none' | 'unknown' | 'pii', number>;

export const noReach = (): ReachCount => ({ read: 0, admin: 0, unknown: 0, pii: 0 });

/** The strips of a view with their principals by variants, strip by strip: only one is held at a time. */
export function* stripsOf(
  matrix: Matrix,
  without: Matrix | null,
  masks: StripMasks,
  members: readonly number[],
): Generator<{ readonly position: number; readonly variants: StripVariants }> {
  for (const [position, mask] of masks) {
    yield { position, variants: new StripVariants(matrix, without, position, mask, members) };
  }
}

/** How many of the principals have each variant. */
function peopleOf({ of, list }: StripVariants): Uint32Array {
  const people = new Uint32Array(list.length);
  for (const variant of of) people[variant] = (people[variant] ?? 0) + 1;
  return people;
}

/** For each bit that is set: the number of the column. */
function eachColumn(words: Int32Array, position: number, use: (column: number) => void): void {
  for (let word = 0; word < PLANE_WORDS; word += 1) {
    for (let left = words[word] ?? 0; left !== 0; left &= left - 1) {
      use(position * STRIP + word * 32 + 31 - Math.clz32(left & -left));
    }
  }
}

/** Which principals and which columns have a cell of this kind among these. */
export function linesWith(
  name: TallyName,
  matrix: Matrix,
  without: Matrix | null,
  masks: StripMasks,
  members: readonly number[],
): { readonly rows: Uint8Array; readonly columns: ReadonlySet<number> } {
  const rows = new Uint8Array(members.length);
  const columns = new Set<number>();
  for (const { position, variants } of stripsOf(matrix, without, masks, members)) {
    const any = new Int32Array(PLANE_WORDS);
    const has = new Uint8Array(variants.list.length);
    const planes = variants.planes(name);
    for (let at = 0; at < planes.length; at += 1) {
      const word = planes[at] ?? 0;
      if (word === 0) continue;
      has[Math.trunc(at / PLANE_WORDS)] = 1;
      any[at % PLANE_WORDS] = (any[at % PLANE_WORDS] ?? 0) | word;
    }
    variants.of.forEach((variant, place) => {
      rows[place] = (rows[place] ?? 0) | (has[variant] ?? 0);
    });
    eachColumn(any, position, (column) => columns.add(column));
  }
  return { rows, columns };
}

/** What is counted of the cells of a view: altogether, for each principal, and for each column. */
export interface Counted {
  readonly cells: CellCounts;
  readonly rows: readonly ReachCount[];
  /** By the column's number. */
  readonly columns: ReadonlyMap<number, ReachCount>;
}

const COUNTED = ['admin', 'read', 'none', 'unknown', 'pii'] as const;
const REACH = ['admin', 'read', 'unknown', 'pii'] as const;

/** For each column of a strip how many people have its bit set; `planes` are those of all variants, 8 words each. */
export function sumsOf(planes: Int32Array, people: Uint32Array): Uint32Array {
  const sums = new Uint32Array(STRIP);
  for (let variant = 0; variant < people.length; variant += 1) {
    const many = people[variant] ?? 0;
    if (many === 0) continue;
    for (let word = 0; word < PLANE_WORDS; word += 1) {
      for (let left = planes[variant * PLANE_WORDS + word] ?? 0; left !== 0; left &= left - 1) {
        const offset = word * 32 + 31 - Math.clz32(left & -left);
        sums[offset] = (sums[offset] ?? 0) + many;
      }
    }
  }
  return sums;
}

/** Counts the cells of these principals and columns. */
export function countCells(matrix: Matrix, masks: StripMasks, members: readonly number[]): Counted {
  const cells: CellCounts = { admin: 0, read: 0, none: 0, unknown: 0, pii: 0 };
  const rows = members.map(noReach);
  const columns = new Map<number, ReachCount>();
  for (const { position, variants } of stripsOf(matrix, null, masks, members)) {
    const people = peopleOf(variants);
    for (const name of COUNTED) {
      const across = variants.counts(name);
      across.forEach((count, number) => {
        cells[name] += count * (people[number] ?? 0);
      });
      if (name === 'none') continue;
      for (let place = 0; place < members.length; place += 1) {
        const row = rows[place];
        if (row !== undefined) row[name] += across[variants.of[place] ?? 0] ?? 0;
      }
    }
    const down = REACH.map((name) => sumsOf(variants.planes(name), people));
    eachColumn(masks.get(position) ?? new Int32Array(PLANE_WORDS), position, (column) => {
      const reach = noReach();
      REACH.forEach((name, at) => {
        reach[name] = down[at]?.[column % STRIP] ?? 0;
      });
      columns.set(column, reach);
    });
  }
  return { cells, rows, columns };
}
