import { compareIds, compareNames } from './collation';

export type Direction = 'ascending' | 'descending';

/** How a column is sorted: by its text, or by its number, where rows whose number is unknown come last either way. */
export type Column<Row> =
  | { readonly by: 'text'; readonly of: (row: Row) => string }
  | {
      readonly by: 'number';
      /** `place` is the row's among all rows. */
      readonly of: (row: Row, place: number) => number | null;
      /** For numbers that come later than the rows: orders made while this answered something else are not used. */
      readonly asOf?: () => unknown;
    };

/** The row numbers of a list in any of its orders. */
export interface SortOrders<Name extends string> {
  /** Equal rows stand in the default order whatever the direction. */
  order(column: Name, direction: Direction): readonly number[];
  /** The default order: the first column ascending, equal ones by id. */
  standard(): readonly number[];
  /** What the column's numbers are as of; the same for the same order. */
  asOf(column: Name): unknown;
}

/** Row numbers, and where runs of equal rows begin in them. `unknown` is where the run of unknown numbers begins. */
interface Runs {
  readonly rows: readonly number[];
  readonly starts: readonly number[];
  readonly unknown: number;
  readonly asOf: unknown;
}

function backwards({ rows, starts, unknown }: Runs): number[] {
  const runs = starts.map((start, run) => rows.slice(start, Math.min(starts[run + 1] ?? unknown, unknown)));
  return [...runs.reverse().flat(), ...rows.slice(unknown)];
}

/**
 * Sorts when an order is first asked for and keeps it: sorting 20,000 names
 * takes far longer than anything else that a question needs.
 */
export function createSortOrders<Row, Name extends string>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  columns: Readonly<Record<Name, Column<Row>>>,
  first: NoInfer<Name>,
): SortOrders<Name> {
  const sorted = new Map<string, { readonly of: Runs; readonly order: readonly number[] }>();
  const runsOf = new Map<Name, Runs>();

  const asOf = (name: Name): unknown => {
    const column = columns[name];
    return column.by === 'number' ? column.asOf?.() : undefined;
  };

  const sort = (
    name: Name,
    start: readonly number[],
    settle: (one: number, other: number) => number,
  ): Runs => {
    const column = columns[name];
    let compare: (one: number, other: number) => number;
    let unknown = rows.length;
    if (column.by === 'text') {
      const keys = rows.map(column.of);
      compare = (one, other) => compareNames(keys[one] ?? '', keys[other] ?? '');
    } else {
      const keys = rows.map((row, place) => column.of(row, place));
      unknown -= keys.filter((key) => key === null).length;
      const weights = keys.map((key) => key ?? Number.POSITIVE_INFINITY);
      compare = (one, other) => {
        const a = weights[one] ?? 0;
        const b = weights[other] ?? 0;
        return a === b ? 0 : a - b;
      };
    }
    const ordered = [...start].sort((one, other) => compare(one, other) || settle(one, other));
    const starts = ordered.flatMap((row, place) => {
      const before = ordered[place - 1];
      return before === undefined || compare(before, row) !== 0 ? [place] : [];
    });
    return { rows: ordered, starts, unknown, asOf: asOf(name) };
  };

  const byId = (one: number, other: number) => {
    const a = rows[one];
    const b = rows[other];
    return a === undefined || b === undefined ? 0 : compareIds(idOf(a), idOf(b));
  };
  const runs = (name: Name): Runs => {
    const known = runsOf.get(name);
    if (known && known.asOf === asOf(name)) return known;
    const made =
      name === first
        ? sort(
            name,
            rows.map((_, number) => number),
            byId,
          )
        : sort(name, runs(first).rows, () => 0);
    runsOf.set(name, made);
    return made;
  };
  const order = (name: Name, direction: Direction): readonly number[] => {
    const key = `${direction} ${name}`;
    const of = runs(name);
    const known = sorted.get(key);
    if (known?.of === of) return known.order;
    const made = direction === 'ascending' ? of.rows : backwards(of);
    sorted.set(key, { of, order: made });
    return made;
  };
  return { order, standard: () => order(first, 'ascending'), asOf };
}
