import type { GridPlace } from './matrix-look';

/** What of a pressed key matters here. `jump`: Ctrl, or Cmd on a Mac. */
export interface PressedKey {
  key: string;
  jump: boolean;
}

/** How large the grid is, and how many lines a page key moves by. */
export interface GridSize {
  rows: number;
  columns: number;
  rowsPerPage: number;
  columnsPerPage: number;
}

/**
 * Where a key takes the cursor; `null` for another key. The heads take part as
 * line -1, so that the keyboard reaches what they open. Shift with a page key
 * is not told apart: Alt moves by pages across.
 */
export function moveCursor(
  at: GridPlace,
  { key, jump }: PressedKey,
  across: boolean,
  size: GridSize,
): GridPlace | null {
  const place = (row: number, column: number): GridPlace => ({
    row: within(row, size.rows),
    column: within(column, size.columns),
  });
  switch (key) {
    case 'ArrowUp':
      return jump ? place(0, at.column) : place(at.row - 1, at.column);
    case 'ArrowDown':
      return jump ? place(size.rows - 1, at.column) : place(at.row + 1, at.column);
    case 'ArrowLeft':
      return jump ? place(at.row, 0) : place(at.row, at.column - 1);
    case 'ArrowRight':
      return jump ? place(at.row, size.columns - 1) : place(at.row, at.column + 1);
    case 'Home':
      return jump ? place(0, 0) : place(at.row, 0);
    case 'End':
      return jump ? place(size.rows - 1, size.columns - 1) : place(at.row, size.columns - 1);
    case 'PageUp':
      return across
        ? place(at.row, page(at.column, -size.columnsPerPage))
        : place(page(at.row, -size.rowsPerPage), at.column);
    case 'PageDown':
      return across
        ? place(at.row, page(at.column, size.columnsPerPage))
        : place(page(at.row, size.rowsPerPage), at.column);
    default:
      return null;
  }
}

/** A page less one line, so that a line stays in sight; never into the head. */
function page(from: number, by: number): number {
  return Math.max(0, from + by - Math.sign(by));
}

function within(line: number, lines: number): number {
  return Math.max(-1, Math.min(lines - 1, line));
}

/** A rectangle of cells, both ends included. */
export interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The cells between two places; the heads are never a part of it. */
export function rangeBetween(one: GridPlace, other: GridPlace): CellRange {
  return {
    top: Math.max(0, Math.min(one.row, other.row)),
    bottom: Math.max(0, one.row, other.row),
    left: Math.max(0, Math.min(one.column, other.column)),
    right: Math.max(0, one.column, other.column),
  };
}
