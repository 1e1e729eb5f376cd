import { drawMark } from './draw-mark';
import type { Palette } from './palette';

/** Bits of a cell that nothing is drawn for: 4 of a single cell, 5, 11–14. */
const SEEN = 0b1000_0111_1101_1111;

/** The marks drawn once for each kind of cell, and then only copied: a frame has thousands. */
export class MarkSprites {
  readonly #palette: Palette;
  readonly #cell: number;
  readonly #ratio: number;
  readonly #drawn = new Map<number, OffscreenCanvas | null>();

  /** `cell` in CSS px, `ratio` of the screen's px to them. */
  constructor(palette: Palette, cell: number, ratio: number) {
    this.#palette = palette;
    this.#cell = cell;
    this.#ratio = ratio;
  }

  /** The mark of a cell; `null` where nothing is drawn, as for no access. */
  get(word: number): OffscreenCanvas | null {
    const key = word & SEEN;
    const known = this.#drawn.get(key);
    if (known !== undefined) return known;
    const drawn = this.#draw(key);
    this.#drawn.set(key, drawn);
    return drawn;
  }

  #draw(word: number): OffscreenCanvas | null {
    if ((word & ~0x8000) === 0) return null;
    const side = Math.ceil(this.#cell * this.#ratio);
    const canvas = new OffscreenCanvas(side, side);
    const pen = canvas.getContext('2d');
    if (pen === null) return null;
    pen.scale(this.#ratio, this.#ratio);
    drawMark(pen, word, this.#cell, this.#palette);
    return canvas;
  }
}
