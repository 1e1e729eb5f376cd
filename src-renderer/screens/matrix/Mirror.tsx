import { memo, useMemo } from 'react';
import type { GridModel } from './grid-model';
import type { GridPlace } from './matrix-look';
import type { CellRange } from './move-cursor';
import type { Sight } from './scene';

/** More than this nobody walks through at once; the cursor takes the mirror along. */
const MOST_ROWS = 60;
const MOST_COLUMNS = 90;

/** The id of a cell of the mirror. */
export function mirrorId({ row, column }: GridPlace): string {
  return `matrix-${row + 1}-${column + 1}`;
}

/** The lines to mirror: the heads, those in sight, and the one of the cursor. */
export function mirroredLines(first: number, end: number, most: number, cursor: number): number[] {
  const lines = [-1];
  const last = Math.min(end, first + most);
  if (cursor >= 0 && cursor < first) lines.push(cursor);
  for (let line = first; line < last; line += 1) lines.push(line);
  if (cursor >= last) lines.push(cursor);
  return lines;
}

/**
 * The rows and cells of the grid for screen readers: what the canvas draws, in
 * words. Lines are counted from 1 with the heads, as ARIA does. `version`
 * changes when cells have come.
 */
export function Mirror({
  model,
  sight,
  cursor,
  range,
  version,
}: {
  model: GridModel;
  sight: Sight;
  cursor: GridPlace;
  range: CellRange | null;
  version: number;
}) {
  const { first, end } = sight.columns;
  const columns = useMemo(
    () => mirroredLines(first, end, MOST_COLUMNS, cursor.column),
    [first, end, cursor.column],
  );
  return mirroredLines(sight.rows.first, sight.rows.end, MOST_ROWS, cursor.row).map((row) => {
    const chosen = chosenOf(row, cursor, range);
    return (
      <MirrorRow
        key={row}
        model={model}
        row={row}
        columns={columns}
        version={version}
        from={chosen?.from ?? null}
        to={chosen?.to ?? null}
      />
    );
  });
}

/** The columns of a row that are chosen: of the range, else that of the cursor. */
function chosenOf(row: number, cursor: GridPlace, range: CellRange | null) {
  if (range !== null) {
    return row >= range.top && row <= range.bottom ? { from: range.left, to: range.right } : null;
  }
  return row === cursor.row ? { from: cursor.column, to: cursor.column } : null;
}

const MirrorRow = memo(function MirrorRow({
  model,
  row,
  columns,
  from,
  to,
}: {
  model: GridModel;
  row: number;
  columns: readonly number[];
  version: number;
  from: number | null;
  to: number | null;
}) {
  return (
    <tr aria-rowindex={row + 2}>
      {columns.map((column) => {
        const shared = {
          id: mirrorId({ row, column }),
          'aria-colindex': column + 2,
          'aria-selected': from !== null && to !== null && column >= from && column <= to,
        };
        const words = model.words({ row, column });
        if (row >= 0 && column >= 0) {
          return (
            <td key={column} {...shared}>
              {words}
            </td>
          );
        }
        return (
          <th key={column} scope={row < 0 ? 'col' : 'row'} {...shared}>
            {words}
          </th>
        );
      })}
    </tr>
  );
});
