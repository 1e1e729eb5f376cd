import { drawCells } from './draw-cells';
import { drawHeads } from './draw-heads';
import { linesInSight, offsetAt, offsetShowing, placeAt, scrollFor } from './geometry';
import type { GridPlace } from './matrix-look';
import type { CellRange } from './move-cursor';
import type { Moving, Scene, Sight } from './scene';
import type { Box } from './sight-board';
import { wantedTiles } from './wanted-tiles';

/**
 * Draws the grid into a canvas that sticks to a scrolled element. It draws when
 * something has changed and at no other time, at most once a frame, and says
 * which tiles it is short of.
 */
export class MatrixPainter {
  readonly #canvas: HTMLCanvasElement;
  readonly #scroller: HTMLElement;
  readonly #pen: CanvasRenderingContext2D | null;
  readonly #onFrame: (sight: Sight) => void;
  #scene: Scene | null = null;
  #moving: Moving = {
    offset: { x: 0, y: 0 },
    size: { width: 0, height: 0 },
    hover: null,
    cursor: { row: 0, column: 0 },
    range: null,
    focused: false,
  };
  #frame: number | null = null;
  #ratio = 0;

  constructor(canvas: HTMLCanvasElement, scroller: HTMLElement, onFrame: (sight: Sight) => void) {
    this.#canvas = canvas;
    this.#scroller = scroller;
    this.#onFrame = onFrame;
    this.#pen = canvas.getContext('2d', { alpha: false });
  }

  /** What is drawn from the next frame on. */
  show(scene: Scene): void {
    this.#scene = scene;
    this.invalidate();
  }

  /** The pointer or the choice has moved. */
  move(patch: {
    hover?: GridPlace | null;
    cursor?: GridPlace;
    range?: CellRange | null;
    focused?: boolean;
  }): void {
    const { hover } = patch;
    if (hover !== undefined && Object.keys(patch).length === 1 && samePlace(hover, this.#moving.hover))
      return;
    this.#moving = { ...this.#moving, ...patch };
    this.invalidate();
  }

  /** Something that the canvas shows has changed: draws it in the next frame. */
  invalidate(): void {
    if (this.#frame !== null) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      this.#draw();
    });
  }

  /** Draws no more. */
  stop(): void {
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
    this.#scene = null;
  }

  /** The place under a point of the canvas. */
  placeAt(point: { x: number; y: number }): GridPlace | null {
    return this.#scene === null ? null : placeAt(this.#scene.geometry, this.offset(), point);
  }

  /** How far both axes are moved now, in px. */
  offset(): { x: number; y: number } {
    if (this.#scene === null) return { x: 0, y: 0 };
    const { down, across } = this.#scene.geometry;
    return { x: offsetAt(across, this.#scroller.scrollLeft), y: offsetAt(down, this.#scroller.scrollTop) };
  }

  /** Scrolls to these offsets in px; what is left out stays. */
  scrollTo({ x, y }: { x?: number; y?: number }): void {
    if (this.#scene === null) return;
    const { down, across } = this.#scene.geometry;
    if (x !== undefined) this.#scroller.scrollLeft = scrollFor(across, x);
    if (y !== undefined) this.#scroller.scrollTop = scrollFor(down, y);
    this.invalidate();
  }

  /** Scrolls as little as it takes to see a place whole. */
  reveal({ row, column }: GridPlace): void {
    if (this.#scene === null) return;
    const { down, across } = this.#scene.geometry;
    const { x, y } = this.offset();
    const to = {
      ...(column < 0 ? {} : { x: offsetShowing(across, x, column) }),
      ...(row < 0 ? {} : { y: offsetShowing(down, y, row) }),
    };
    if ((to.x ?? x) !== x || (to.y ?? y) !== y) this.scrollTo(to);
  }

  /** Where a place is drawn now, in px of the canvas; its head's foot for a head. */
  boxOf({ row, column }: GridPlace): Box {
    if (this.#scene === null) return { x: 0, y: 0, width: 0, height: 0 };
    const { headWidth, headHeight, down, across } = this.#scene.geometry;
    const { x, y } = this.offset();
    return {
      x: column < 0 ? 0 : headWidth + column * across.cell - x,
      y: row < 0 ? headHeight - down.cell : headHeight + row * down.cell - y,
      width: column < 0 ? headWidth : across.cell,
      height: down.cell,
    };
  }

  /** Where the cursor is drawn now. */
  cursorBox(): Box {
    return this.boxOf(this.#moving.cursor);
  }

  #draw(): void {
    const scene = this.#scene;
    if (scene === null) return;
    const width = this.#scroller.clientWidth;
    const height = this.#scroller.clientHeight;
    const moving = { ...this.#moving, offset: this.offset(), size: { width, height } };
    this.#moving = moving;
    const { down, across } = scene.geometry;
    const sight = {
      rows: linesInSight(down, moving.offset.y),
      columns: linesInSight(across, moving.offset.x),
    };
    const principals = scene.pivot ? sight.columns : sight.rows;
    const resources = scene.pivot ? sight.rows : sight.columns;
    const lines = scene.pivot
      ? { principals: across.lines, resources: down.lines }
      : { principals: down.lines, resources: across.lines };
    scene.tiles.want(wantedTiles(principals, resources, lines));
    this.#paint(scene, moving);
    this.#onFrame(sight);
  }

  #paint(scene: Scene, moving: Moving): void {
    const pen = this.#pen;
    if (pen === null) return;
    const { width, height } = moving.size;
    const ratio = window.devicePixelRatio;
    const pixels = { width: Math.round(width * ratio), height: Math.round(height * ratio) };
    if (
      this.#canvas.width !== pixels.width ||
      this.#canvas.height !== pixels.height ||
      this.#ratio !== ratio
    ) {
      this.#canvas.width = pixels.width;
      this.#canvas.height = pixels.height;
      this.#ratio = ratio;
    }
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.fillStyle = scene.palette.surface;
    pen.fillRect(0, 0, width, height);
    drawCells(pen, scene, moving);
    drawHeads(pen, scene, moving);
  }
}

function samePlace(one: GridPlace | null, other: GridPlace | null): boolean {
  return (
    one === other || (one !== null && other !== null && one.row === other.row && one.column === other.column)
  );
}
