/** How many hues the theme has for label keys: `--hue-1` to `--hue-8`. */
export const LABEL_HUES = 8;

/**
 * The hue of a label key, 1 to {@link LABEL_HUES}: the same for the same key in
 * every workspace and every run. FNV-1a over the key in lower case.
 */
export function labelHue(key: string): number {
  let hash = 0x811c9dc5;
  for (const letter of key.toLowerCase()) {
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % LABEL_HUES) + 1;
}
