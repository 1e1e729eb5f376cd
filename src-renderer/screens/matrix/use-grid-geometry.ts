import { useMemo } from 'react';
import { useSettings } from '../../stores/settings';
import { type GridGeometry, SLANT } from './geometry';

/** Cells in px by density: not below 24, so that a pointer hits them. */
const CELLS = { compact: 24, comfortable: 30 } as const;
const HEAD_HEIGHT = 132;
/** Room for the last slanted head. */
const LEAN = Math.ceil(HEAD_HEIGHT / SLANT);

/** The measures of the grid in a pane of this size. */
export function useGridGeometry(
  lines: { rows: number; columns: number },
  { width, height }: { width: number; height: number },
): GridGeometry {
  const cell = CELLS[useSettings().density];
  const { rows, columns } = lines;
  return useMemo(() => {
    const headWidth = Math.round(Math.max(160, Math.min(240, width * 0.28)));
    return {
      headWidth,
      headHeight: HEAD_HEIGHT,
      down: { lines: rows, cell, tail: 0, view: Math.max(cell, height - HEAD_HEIGHT) },
      across: { lines: columns, cell, tail: LEAN, view: Math.max(cell, width - headWidth) },
    };
  }, [rows, columns, width, height, cell]);
}
