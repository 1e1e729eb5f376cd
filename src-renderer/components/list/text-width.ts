/** An ample width of a letter at the size of chips, for where nothing can be measured. */
const LETTER = 6.8;

/** Texts of chips repeat a lot; beyond this many different ones the memory begins anew. */
const MOST_REMEMBERED = 5000;

const remembered = new Map<string, number>();
let pen: CanvasRenderingContext2D | null | undefined;

/** How wide a text is in a chip, in px: measured in the font of the window. */
export function chipTextWidth(text: string): number {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (pen === undefined) pen = takePen();
  const width = pen === null ? text.length * LETTER : pen.measureText(text).width;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, width);
  return width;
}

function takePen(): CanvasRenderingContext2D | null {
  if (typeof document === 'undefined') return null;
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return null;
  const style = getComputedStyle(document.body);
  // The size and the boldest weight of chips.
  context.font = `600 11px ${style.fontFamily}`;
  return context;
}
