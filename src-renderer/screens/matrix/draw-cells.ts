import { linesAt } from './axes';
import { linesInSight } from './geometry';
import type { Moving, Scene } from './scene';
import { TILE } from './tile-store';

/** Draws the cells in sight, with the crosshair below them and the cursor above. */
export function drawCells(pen: CanvasRenderingContext2D, scene: Scene, moving: Moving): void {
  const { geometry, palette } = scene;
  const { headWidth, headHeight, down, across } = geometry;
  pen.save();
  pen.beginPath();
  pen.rect(headWidth, headHeight, moving.size.width - headWidth, moving.size.height - headHeight);
  pen.clip();
  pen.translate(headWidth - moving.offset.x, headHeight - moving.offset.y);
  const rows = linesInSight(down, moving.offset.y);
  const columns = linesInSight(across, moving.offset.x);
  drawBands(pen, scene, moving);
  drawLines(pen, scene, rows, columns);
  for (let row = rows.first; row < rows.end; row = nextBand(row, rows.end)) {
    for (let column = columns.first; column < columns.end; column = nextBand(column, columns.end)) {
      drawTile(pen, scene, row, nextBand(row, rows.end), column, nextBand(column, columns.end));
    }
  }
  drawRange(pen, scene, moving);
  const { cursor, focused } = moving;
  if (cursor.row >= 0 && cursor.column >= 0) {
    pen.strokeStyle = focused ? palette.focus : palette.border;
    pen.lineWidth = 2;
    pen.strokeRect(cursor.column * across.cell, cursor.row * down.cell, across.cell, down.cell);
  }
  pen.restore();
}

function nextBand(line: number, end: number): number {
  return Math.min(end, (Math.floor(line / TILE) + 1) * TILE);
}

/** The crosshair under the pointer, and fainter the lines of the cursor. */
function drawBands(pen: CanvasRenderingContext2D, { geometry, palette }: Scene, moving: Moving): void {
  const { down, across } = geometry;
  const { hover, offset, size } = moving;
  if (hover === null) return;
  pen.fillStyle = palette.hover;
  if (hover.row >= 0) pen.fillRect(offset.x, hover.row * down.cell, size.width, down.cell);
  if (hover.column >= 0) pen.fillRect(hover.column * across.cell, offset.y, across.cell, size.height);
}

interface Span {
  first: number;
  end: number;
}

function drawLines(
  pen: CanvasRenderingContext2D,
  { geometry: { down, across }, palette }: Scene,
  rows: Span,
  columns: Span,
): void {
  pen.fillStyle = palette.line;
  const left = columns.first * across.cell;
  const top = rows.first * down.cell;
  const width = (columns.end - columns.first) * across.cell;
  const height = (rows.end - rows.first) * down.cell;
  for (let row = rows.first; row < rows.end; row += 1)
    pen.fillRect(left, (row + 1) * down.cell - 1, width, 1);
  for (let column = columns.first; column < columns.end; column += 1)
    pen.fillRect((column + 1) * across.cell - 1, top, 1, height);
}

/** The part of one tile that is in sight; a soft ground where it has not come. */
function drawTile(
  pen: CanvasRenderingContext2D,
  { geometry: { down, across }, pivot, tiles, palette, sprites }: Scene,
  top: number,
  bottom: number,
  left: number,
  right: number,
): void {
  const first = linesAt(pivot, { row: top, column: left });
  const tile = tiles.tile({
    principal: Math.floor(first.principal / TILE),
    resource: Math.floor(first.resource / TILE),
  });
  if (tile === null) {
    pen.fillStyle = palette.head;
    pen.fillRect(
      left * across.cell,
      top * down.cell,
      (right - left) * across.cell - 1,
      (bottom - top) * down.cell - 1,
    );
    return;
  }
  const stepDown = pivot ? 1 : tile.width;
  const stepAcross = pivot ? tile.width : 1;
  for (let row = top; row < bottom; row += 1) {
    const from = (row % TILE) * stepDown;
    for (let column = left; column < right; column += 1) {
      const word = tile.cells[from + (column % TILE) * stepAcross] ?? 0;
      if (word === 0) continue;
      const mark = sprites.get(word);
      if (mark !== null) pen.drawImage(mark, column * across.cell, row * down.cell, across.cell, down.cell);
    }
  }
}

function drawRange(
  pen: CanvasRenderingContext2D,
  { geometry: { down, across }, palette }: Scene,
  { range }: Moving,
): void {
  if (range === null) return;
  const x = range.left * across.cell;
  const y = range.top * down.cell;
  const width = (range.right - range.left + 1) * across.cell;
  const height = (range.bottom - range.top + 1) * down.cell;
  pen.globalAlpha = 0.14;
  pen.fillStyle = palette.accent;
  pen.fillRect(x, y, width, height);
  pen.globalAlpha = 1;
  pen.strokeStyle = palette.accent;
  pen.lineWidth = 1;
  pen.strokeRect(x + 0.5, y + 0.5, width - 1, height - 1);
}
