/** Measures text at the font that is set. */
export interface TextMeasure {
  measureText(text: string): { width: number };
  font: string;
}

const MOST = 6000;
const fitted = new Map<string, string>();

/** The text with its middle cut out where it is wider than `room` px. Remembers what it has measured. */
export function fitText(pen: TextMeasure, text: string, room: number): string {
  const key = `${pen.font} ${Math.round(room)} ${text}`;
  const known = fitted.get(key);
  if (known !== undefined) return known;
  const fits = cut(pen, text, room);
  if (fitted.size >= MOST) fitted.clear();
  fitted.set(key, fits);
  return fits;
}

/** Names of one kind begin alike and differ at the end, so what is cut out is the middle. */
function cut(pen: TextMeasure, text: string, room: number): string {
  if (pen.measureText(text).width <= room) return text;
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const kept = Math.ceil((low + high) / 2);
    if (pen.measureText(withoutMiddle(letters, kept)).width <= room) low = kept;
    else high = kept - 1;
  }
  return withoutMiddle(letters, low);
}

function withoutMiddle(letters: readonly string[], kept: number): string {
  const last = Math.floor(kept * 0.5);
  const begin = letters
    .slice(0, kept - last)
    .join('')
    .trimEnd();
  return `${begin}…${last === 0 ? '' : letters.slice(-last).join('').trimStart()}`;
}
