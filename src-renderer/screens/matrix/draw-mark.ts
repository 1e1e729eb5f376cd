import type { PolicyLevel } from '@contract/policy';
import { type CellState, cellState } from './cell-bits';
import type { Palette } from './palette';

/** What a mark is drawn with: a canvas, on or off screen. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws the mark of a cell into a square of `cell` px: the level by its filling,
 * what is uncertain by dashes, PII by a dot, the owner role by a cut corner, and
 * the draft by a ring with a plus or a minus.
 */
export function drawMark(pen: Pen, word: number, cell: number, palette: Palette): void {
  const state = cellState(word);
  const side = Math.round(cell * 0.54);
  const at = Math.round((cell - side) / 2);
  if (state.kind === 'fold') drawFold(pen, state, at, side, palette);
  else drawLevel(pen, state, at, side, palette);
  if (state.kind === 'fold' ? state.pii : state.pii !== 'no') drawPii(pen, state, at, side, palette);
  if (state.ownerOnly) drawOwnerCorner(pen, at, side, palette);
  if (state.gain || state.loss) drawRing(pen, state, cell, palette);
}

function drawLevel(
  pen: Pen,
  { atLeast, atMost }: Extract<CellState, { kind: 'one' }>,
  at: number,
  side: number,
  palette: Palette,
): void {
  const sure = atLeast === atMost;
  fill(pen, atLeast, at, side, palette);
  if (sure && atLeast === 'none') return;
  outline(pen, at, side, sure ? colourOf(atLeast, palette) : palette.unknown, !sure);
}

function drawFold(
  pen: Pen,
  { all, any, unknown }: Extract<CellState, { kind: 'fold' }>,
  at: number,
  side: number,
  palette: Palette,
): void {
  fill(pen, all, at, side, palette);
  if (any !== all) {
    // Some: a smaller square, in the upper half where all can at least read.
    const inner = Math.round(side * 0.46);
    pen.fillStyle = colourOf(any, palette);
    const x = at + (side - inner) / 2;
    const y = all === 'none' ? x : at + 1;
    if (any === 'read') pen.fillRect(x, y + inner / 2, inner, inner / 2);
    else pen.fillRect(x, y, inner, inner);
    if (any === 'read') {
      pen.strokeStyle = colourOf(any, palette);
      pen.lineWidth = 1;
      pen.strokeRect(x + 0.5, y + 0.5, inner - 1, inner - 1);
    }
  }
  if (unknown) outline(pen, at, side, palette.unknown, true);
  else if (all !== 'none') outline(pen, at, side, colourOf(all, palette), false);
}

function fill(pen: Pen, level: PolicyLevel, at: number, side: number, palette: Palette): void {
  if (level === 'none') return;
  pen.fillStyle = colourOf(level, palette);
  if (level === 'admin') pen.fillRect(at, at, side, side);
  else pen.fillRect(at, at + side / 2, side, side / 2);
}

function outline(pen: Pen, at: number, side: number, colour: string, dashed: boolean): void {
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  pen.setLineDash(dashed ? [2.6, 1.8] : []);
  pen.strokeRect(at + 0.75, at + 0.75, side - 1.5, side - 1.5);
  pen.setLineDash([]);
}

/** A dot at the lower right, cut out of what is under it; hollow where PII is only possible. */
function drawPii(pen: Pen, state: CellState, at: number, side: number, palette: Palette): void {
  const middle = at + side - 1;
  const radius = side * 0.24;
  pen.beginPath();
  pen.arc(middle, middle, radius + 1.5, 0, 2 * Math.PI);
  pen.fillStyle = palette.surface;
  pen.fill();
  pen.beginPath();
  const hollow = state.kind === 'one' && state.pii === 'perhaps';
  pen.arc(middle, middle, hollow ? radius - 0.5 : radius, 0, 2 * Math.PI);
  if (hollow) {
    pen.strokeStyle = palette.text;
    pen.lineWidth = 1;
    pen.stroke();
  } else {
    pen.fillStyle = palette.text;
    pen.fill();
  }
}

/** A corner at the upper left, outside of the square. */
function drawOwnerCorner(pen: Pen, at: number, side: number, palette: Palette): void {
  const reach = side * 0.48;
  const from = at - 2;
  pen.beginPath();
  pen.moveTo(from - 1, from - 1);
  pen.lineTo(from + reach + 1.5, from - 1);
  pen.lineTo(from - 1, from + reach + 1.5);
  pen.closePath();
  pen.fillStyle = palette.surface;
  pen.fill();
  pen.beginPath();
  pen.moveTo(from, from);
  pen.lineTo(from + reach, from);
  pen.lineTo(from, from + reach);
  pen.closePath();
  pen.fillStyle = palette.accent;
  pen.fill();
}

/** A ring around the cell with a plus, a minus, or both, at the upper right. */
function drawRing(pen: Pen, { gain, loss }: CellState, cell: number, palette: Palette): void {
  pen.lineWidth = 2;
  pen.strokeStyle = gain ? palette.gain : palette.loss;
  pen.beginPath();
  pen.roundRect(2, 2, cell - 4, cell - 4, 4);
  pen.stroke();
  const size = Math.round(cell * 0.34);
  const x = cell - size - 1;
  pen.fillStyle = gain ? palette.gain : palette.loss;
  pen.beginPath();
  pen.roundRect(x, 0, size + 1, size + 1, 2);
  pen.fill();
  pen.fillStyle = palette.surface;
  const middle = x + (size + 1) / 2;
  const arm = size * 0.32;
  const low = (size + 1) / 2;
  pen.fillRect(middle - arm, low - 0.75, arm * 2, 1.5);
  if (gain) pen.fillRect(middle - 0.75, low - arm, 1.5, arm * 2);
  if (!gain || !loss) return;
  // Widened for some and narrowed for others: the other sign at the other corner.
  pen.fillStyle = palette.loss;
  pen.beginPath();
  pen.roundRect(0, 0, size + 1, size + 1, 2);
  pen.fill();
  pen.fillStyle = palette.surface;
  pen.fillRect((size + 1) / 2 - arm, low - 0.75, arm * 2, 1.5);
}

function colourOf(level: PolicyLevel, palette: Palette): string {
  return level === 'read' ? palette.read : palette.admin;
}
