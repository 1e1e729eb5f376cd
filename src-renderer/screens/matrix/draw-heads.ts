import { axesOf } from './axes';
import { fitText } from './fit-text';
import { linesInSight, SLANT } from './geometry';
import type { HeadText } from './head-words';
import type { Palette } from './palette';
import type { Moving, Scene } from './scene';

const NAME_PX = 12;
const SMALL_PX = 10;
const PAD = 10;
/** The slant of a column head from the horizontal: {@link SLANT} is its tangent. */
const ANGLE = Math.atan(SLANT);

/** Draws the frozen heads: names at the left, slanted names at the top, and the corner between them. */
export function drawHeads(pen: CanvasRenderingContext2D, scene: Scene, moving: Moving): void {
  drawColumnHeads(pen, scene, moving);
  drawRowHeads(pen, scene, moving);
  drawCorner(pen, scene, moving);
}

function drawRowHeads(pen: CanvasRenderingContext2D, scene: Scene, moving: Moving): void {
  const { geometry, palette } = scene;
  const { headWidth, headHeight, down } = geometry;
  const { offset, size, hover, cursor, focused } = moving;
  const axis = axesOf(scene.pivot).down;
  pen.save();
  pen.beginPath();
  pen.rect(0, headHeight, headWidth, size.height - headHeight);
  pen.clip();
  pen.fillStyle = palette.surface;
  pen.fillRect(0, headHeight, headWidth, size.height - headHeight);
  pen.textBaseline = 'middle';
  const { first, end } = linesInSight(down, offset.y);
  for (let row = first; row < end; row += 1) {
    const top = headHeight + row * down.cell - offset.y;
    const lit = hover?.row === row || cursor.row === row;
    if (lit) {
      pen.fillStyle = hover?.row === row ? palette.hover : palette.head;
      pen.fillRect(0, top, headWidth, down.cell - 1);
    }
    pen.fillStyle = palette.line;
    pen.fillRect(0, top + down.cell - 1, headWidth, 1);
    drawRowHead(pen, scene, scene.head(axis, row), top + down.cell / 2, lit);
    if (cursor.row === row && cursor.column === -1) {
      pen.strokeStyle = focused ? palette.focus : palette.border;
      pen.lineWidth = 2;
      pen.strokeRect(1, top, headWidth - 2, down.cell - 1);
    }
  }
  pen.fillStyle = palette.border;
  pen.fillRect(headWidth - 1, headHeight, 1, size.height - headHeight);
  pen.restore();
}

function drawRowHead(
  pen: CanvasRenderingContext2D,
  { geometry: { headWidth }, palette }: Scene,
  head: HeadText | null,
  middle: number,
  lit: boolean,
): void {
  if (head === null) {
    pen.fillStyle = palette.line;
    pen.fillRect(PAD, middle - 3, headWidth * 0.5, 6);
    return;
  }
  pen.font = palette.font(SMALL_PX);
  pen.fillStyle = palette.textFaint;
  const counts = pen.measureText(head.reach).width;
  pen.textAlign = 'right';
  pen.fillText(head.reach, headWidth - PAD, middle + 0.5);
  pen.textAlign = 'left';
  let x = PAD;
  if (head.caret !== '') {
    drawCaret(pen, palette, head.caret, x + 4, middle + 0.5);
    x += 14;
  }
  pen.font = palette.font(SMALL_PX);
  pen.fillStyle = palette.textFaint;
  if (head.lead !== '') {
    pen.fillText(head.lead, x, middle + 0.5);
    x += pen.measureText(head.lead).width + 6;
  }
  pen.font = palette.font(NAME_PX, lit ? 500 : 400);
  pen.fillStyle = palette.text;
  const room = headWidth - PAD - counts - (counts > 0 ? 8 : 0) - x;
  pen.fillText(fitText(pen, head.name, room), x, middle + 0.5);
}

function drawColumnHeads(pen: CanvasRenderingContext2D, scene: Scene, moving: Moving): void {
  const { geometry, palette } = scene;
  const { headWidth, headHeight, across } = geometry;
  const { offset, size, hover, cursor, focused } = moving;
  const axis = axesOf(scene.pivot).across;
  pen.save();
  pen.beginPath();
  pen.rect(headWidth, 0, size.width - headWidth, headHeight);
  pen.clip();
  pen.fillStyle = palette.surface;
  pen.fillRect(headWidth, 0, size.width - headWidth, headHeight);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  const lean = headHeight / SLANT;
  const { first, end } = linesInSight(across, offset.x);
  // Heads whose foot is just left of what is seen still lean into it.
  const from = Math.max(0, first - Math.ceil(lean / across.cell));
  for (let column = from; column < end; column += 1) {
    const left = headWidth + column * across.cell - offset.x;
    const lit = hover?.column === column || cursor.column === column;
    if (lit) {
      pen.fillStyle = hover?.column === column ? palette.hover : palette.head;
      slantedBox(pen, left, across.cell - 1, headHeight, lean);
      pen.fill();
    }
    pen.strokeStyle = palette.line;
    pen.lineWidth = 1;
    pen.beginPath();
    pen.moveTo(left + across.cell - 0.5, headHeight);
    pen.lineTo(left + across.cell - 0.5 + lean, 0);
    pen.stroke();
    drawColumnHead(pen, scene, scene.head(axis, column), left, lit);
    if (cursor.column === column && cursor.row === -1) {
      pen.strokeStyle = focused ? palette.focus : palette.border;
      pen.lineWidth = 2;
      slantedBox(pen, left, across.cell - 1, headHeight, lean);
      pen.stroke();
    }
  }
  pen.fillStyle = palette.border;
  pen.fillRect(headWidth, headHeight - 1, size.width - headWidth, 1);
  pen.restore();
}

function slantedBox(
  pen: CanvasRenderingContext2D,
  left: number,
  width: number,
  height: number,
  lean: number,
): void {
  pen.beginPath();
  pen.moveTo(left, height - 1);
  pen.lineTo(left + width, height - 1);
  pen.lineTo(left + width + lean, 0);
  pen.lineTo(left + lean, 0);
  pen.closePath();
}

function drawColumnHead(
  pen: CanvasRenderingContext2D,
  { geometry: { headHeight, across }, palette }: Scene,
  head: HeadText | null,
  left: number,
  lit: boolean,
): void {
  const length = headHeight / Math.sin(ANGLE) - 14;
  if (head !== null && head.caret !== '') {
    drawCaret(pen, palette, head.caret, left + across.cell / 2 - 2, headHeight - 9);
  }
  pen.save();
  pen.translate(left + across.cell / 2 + 1, headHeight - 5);
  pen.rotate(-ANGLE);
  if (head === null) {
    pen.fillStyle = palette.line;
    pen.fillRect(0, -3, length * 0.5, 6);
    pen.restore();
    return;
  }
  let x = head.caret === '' ? 0 : 12;
  if (head.lead !== '') {
    pen.font = palette.font(SMALL_PX);
    pen.fillStyle = palette.textFaint;
    pen.fillText(head.lead, 0, 0);
    x = pen.measureText(head.lead).width + 5;
  }
  pen.font = palette.font(NAME_PX, lit ? 500 : 400);
  pen.fillStyle = palette.text;
  pen.fillText(fitText(pen, head.name, length - x), x, 0);
  pen.restore();
}

/** Points right where a fold is closed and down where it is open. */
function drawCaret(
  pen: CanvasRenderingContext2D,
  palette: Palette,
  caret: '▸' | '▾',
  x: number,
  y: number,
): void {
  const arm = 4;
  pen.fillStyle = palette.textMuted;
  pen.beginPath();
  if (caret === '▸') {
    pen.moveTo(x - 2, y - arm);
    pen.lineTo(x + 3, y);
    pen.lineTo(x - 2, y + arm);
  } else {
    pen.moveTo(x - arm, y - 2);
    pen.lineTo(x + arm, y - 2);
    pen.lineTo(x, y + 3);
  }
  pen.closePath();
  pen.fill();
}

/** The corner says what runs down and what across. */
function drawCorner(pen: CanvasRenderingContext2D, scene: Scene, { size }: Moving): void {
  const { geometry, palette, corner } = scene;
  const { headWidth, headHeight } = geometry;
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, headWidth, headHeight);
  pen.fillStyle = palette.border;
  pen.fillRect(0, headHeight - 1, Math.min(headWidth, size.width), 1);
  pen.fillRect(headWidth - 1, headHeight - 18, 1, 18);
  pen.font = palette.font(11, 500);
  pen.fillStyle = palette.textMuted;
  pen.textBaseline = 'alphabetic';
  pen.textAlign = 'left';
  pen.fillText(corner.down, PAD, headHeight - 9);
  pen.textAlign = 'right';
  pen.fillText(corner.across, headWidth - PAD, headHeight - 30);
  pen.textAlign = 'left';
}
