import type { ReactNode } from 'react';

/** What a cell may want to know of where it stands. */
export interface CellPlace {
  /** The row begins a block of rows that belong together. */
  begins: boolean;
  /** The room for the content in px; 0 until it has been measured. */
  width: number;
}

/** One column of a list. Keep the array stable between renders: rows are drawn again only when it changes. */
export interface Column<Row, Sort extends string = string> {
  id: string;
  head: string;
  /** Track of CSS grid, such as `minmax(140px, 2fr)`. */
  track: string;
  cell(row: Row, place: CellPlace): ReactNode;
  /** The cell as plain text, for copying into a spreadsheet. */
  text(row: Row): string;
  /** The name of this column in a sort question; without it the column cannot be sorted. */
  sort?: Sort;
  align?: 'end';
  /** The column is left out while the list is narrower than this (CSS px). */
  from?: number;
}

export interface SortOrder<Sort extends string = string> {
  column: Sort;
  direction: 'ascending' | 'descending';
}

/** What a click on a column head asks for next: ascending, descending, then the order of the list itself. */
export function nextSort<Sort extends string>(
  current: SortOrder<Sort> | null,
  column: Sort,
): SortOrder<Sort> | null {
  if (current === null || current.column !== column) return { column, direction: 'ascending' };
  return current.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

/** The columns that have room. Before the width is known (0) all have. */
export function columnsThatFit<Row, Sort extends string>(
  columns: readonly Column<Row, Sort>[],
  width: number,
): readonly Column<Row, Sort>[] {
  if (width === 0 || columns.every(({ from }) => from === undefined || from <= width)) return columns;
  return columns.filter(({ from }) => from === undefined || from <= width);
}
