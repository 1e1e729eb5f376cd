import type { Axis } from './axes';
import type { GridGeometry } from './geometry';
import type { HeadText } from './head-words';
import type { MarkSprites } from './mark-sprites';
import type { GridPlace } from './matrix-look';
import type { CellRange } from './move-cursor';
import type { Palette } from './palette';
import type { TileStore } from './tile-store';

/** Everything that a frame of the canvas is drawn from, but for what moves with the pointer and the wheel. */
export interface Scene {
  geometry: GridGeometry;
  pivot: boolean;
  tiles: TileStore;
  /** The head of a line; `null` while it has not come. */
  head: (axis: Axis, line: number) => HeadText | null;
  /** What runs down and across, for the corner: `203 members ↓`. */
  corner: { down: string; across: string };
  palette: Palette;
  sprites: MarkSprites;
}

/** What a frame shows, in lines: for the mirror and the minimap. */
export interface Sight {
  rows: { first: number; end: number };
  columns: { first: number; end: number };
}

/** What moves: the offsets of both axes, the cell under the pointer, and what is chosen. */
export interface Moving {
  offset: { x: number; y: number };
  /** Of the canvas, in CSS px. */
  size: { width: number; height: number };
  hover: GridPlace | null;
  cursor: GridPlace;
  range: CellRange | null;
  /** Whether the grid has the focus of the keyboard. */
  focused: boolean;
}
