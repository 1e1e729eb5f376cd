/**
 * An element higher or wider than this is not safe in every browser (Chromium
 * ends near 33 million px). A longer axis is scrolled in coarser steps.
 */
export const MOST_PX = 8_000_000;

/** The steepness of the column heads: the tangent of 60 degrees. */
export const SLANT = Math.sqrt(3);

/** One axis as it is scrolled. All lengths in CSS px. */
export interface ScrolledAxis {
  lines: number;
  /** Of a line. */
  cell: number;
  /** Room after the last line, for heads that lean over it. */
  tail: number;
  /** How much of the axis can be seen, without the frozen head. */
  view: number;
}

/** How long the axis is. */
export function contentOf({ lines, cell, tail }: ScrolledAxis): number {
  return lines * cell + tail;
}

/** How long the element is that is scrolled for it. */
export function spacerOf(axis: ScrolledAxis): number {
  return Math.min(contentOf(axis), MOST_PX);
}

function ratioOf(axis: ScrolledAxis): number {
  const scrollable = spacerOf(axis) - axis.view;
  return scrollable <= 0 ? 1 : (contentOf(axis) - axis.view) / scrollable;
}

/** How far the axis is moved when the element is scrolled by `scroll`. */
export function offsetAt(axis: ScrolledAxis, scroll: number): number {
  const most = Math.max(0, contentOf(axis) - axis.view);
  return Math.max(0, Math.min(most, scroll * ratioOf(axis)));
}

/** How far the element has to be scrolled for the axis to be moved by `offset`. */
export function scrollFor(axis: ScrolledAxis, offset: number): number {
  const most = Math.max(0, contentOf(axis) - axis.view);
  return Math.max(0, Math.min(most, offset)) / ratioOf(axis);
}

/** The lines that can be seen, also in part: from `first` to before `end`. */
export function linesInSight(axis: ScrolledAxis, offset: number): { first: number; end: number } {
  const first = Math.max(0, Math.floor(offset / axis.cell));
  const end = Math.min(axis.lines, Math.ceil((offset + axis.view) / axis.cell));
  return { first: Math.min(first, end), end };
}

/** The offset closest to `offset` at which the whole line can be seen. */
export function offsetShowing(axis: ScrolledAxis, offset: number, line: number): number {
  const begin = line * axis.cell;
  const last = begin + axis.cell + Math.min(axis.tail, axis.view / 2) - axis.view;
  if (begin < offset) return begin;
  return last > offset ? Math.max(0, Math.min(begin, last)) : offset;
}

/** How many whole lines fit; at least one. */
export function linesPerPage({ view, cell }: ScrolledAxis): number {
  return Math.max(1, Math.floor(view / cell));
}

/** What is where: the frozen heads and both axes. */
export interface GridGeometry {
  /** Width of the heads of the rows, height of those of the columns. */
  headWidth: number;
  headHeight: number;
  down: ScrolledAxis;
  across: ScrolledAxis;
}

/** The place under a point of the sticky canvas; -1 for heads, `null` beside the grid. */
export function placeAt(
  { headWidth, headHeight, down, across }: GridGeometry,
  offset: { x: number; y: number },
  point: { x: number; y: number },
): { row: number; column: number } | null {
  const inHead = point.y < headHeight;
  // A head leans to the right: what is above its foot belongs to a column further left.
  const lean = inHead ? (headHeight - point.y) / SLANT : 0;
  const x = point.x - headWidth;
  const row = inHead ? -1 : Math.floor((point.y - headHeight + offset.y) / down.cell);
  if (x < 0) return inHead || row >= down.lines ? null : { row, column: -1 };
  const column = Math.floor((x - lean + offset.x) / across.cell);
  if (column < 0 || column >= across.lines || row >= down.lines) return null;
  return { row, column };
}
