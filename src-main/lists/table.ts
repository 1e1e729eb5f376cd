import { lazy } from './lazy';
import { createSearcher, type Searcher } from './search/searcher';
import { type Column, createSortOrders, type Direction } from './sort-orders';

/** A question for rows `offset` to `offset + limit`. No text matches all; with text and no sort the best match comes first. */
export interface Question<Name extends string> {
  readonly text: string;
  readonly sort: { readonly column: Name; readonly direction: Direction } | null;
  readonly offset: number;
  readonly limit: number;
}

/** Which rows may be shown at all. Two filters of one name are the same filter. */
export interface Filter<Row> {
  readonly name: string;
  readonly keep: (row: Row) => boolean;
}

/** One list of a snapshot, ready for questions. */
export interface Table<Row, Name extends string> {
  /** All rows, without what comes later. */
  readonly rows: readonly Row[];
  readonly searcher: Searcher;
  /** The row of that id, or null. */
  byId(id: string): Row | null;
  /** How many rows match, and those in the window. */
  window(
    question: Question<Name>,
    filter?: Filter<Row>,
  ): { readonly matched: number; readonly rows: readonly Row[] };
}

/** What a list is made of. */
export interface TableParts<Row, Name extends string> {
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** What a search looks at. */
  readonly searched: (row: Row) => readonly string[];
  readonly columns: Readonly<Record<Name, Column<Row>>>;
  /** The column that sorts the list where nothing else does. */
  readonly first: NoInfer<Name>;
  /** Adds what comes later than the rows to one that is given out; `place` is the row's among all rows. */
  readonly complete?: (row: Row, place: number) => Row;
}

/**
 * Prepares a list. Orders, search text and ids are made when first needed; the
 * last answer is kept, so that scrolling through its windows costs a slice.
 */
export function createTable<Row, Name extends string>(parts: TableParts<Row, Name>): Table<Row, Name> {
  const { rows } = parts;
  const orders = createSortOrders(rows, parts.idOf, parts.columns, parts.first);
  const searcher = lazy(() => createSearcher(rows.map(parts.searched), orders.standard));
  const ids = lazy(() => new Map(rows.map((row, place) => [parts.idOf(row), place])));
  const rowAt = (place: number): Row[] => {
    const row = rows[place];
    return row === undefined ? [] : [parts.complete?.(row, place) ?? row];
  };

  const select = ({ text, sort }: Question<Name>, filter: Filter<Row> | undefined): readonly number[] => {
    const found = text === '' ? null : searcher().find(text);
    let selected: readonly number[];
    if (sort) selected = orders.order(sort.column, sort.direction);
    else selected = found?.rows ?? orders.standard();
    if (found && sort) {
      const wanted = new Set(found.rows);
      selected = selected.filter((number) => wanted.has(number));
    }
    if (!filter) return selected;
    return selected.filter((number) => {
      const row = rows[number];
      return row !== undefined && filter.keep(row);
    });
  };

  let last: {
    readonly key: string;
    readonly asOf: unknown;
    readonly selected: readonly number[];
  } | null = null;
  return {
    rows,
    get searcher() {
      return searcher();
    },
    byId: (id) => rowAt(ids().get(id) ?? -1)[0] ?? null,
    window(question, filter) {
      const key = JSON.stringify([question.text, question.sort, filter?.name ?? null]);
      const asOf = question.sort === null ? undefined : orders.asOf(question.sort.column);
      if (last?.key !== key || last.asOf !== asOf) last = { key, asOf, selected: select(question, filter) };
      const numbers = last.selected.slice(question.offset, question.offset + question.limit);
      return { matched: last.selected.length, rows: numbers.flatMap(rowAt) };
    },
  };
}
