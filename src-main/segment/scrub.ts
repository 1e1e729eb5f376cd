/** Parts of a token that are shorter than this say nothing of it. */
const SHORTEST_PART = 6;
const MARK = '•••';
/** Longer texts of a server are of no use in a sentence. */
const LONGEST_TEXT = 300;

/**
 * The text with the token, and every part of it of at least six characters,
 * replaced, whatever the letter case. For texts of servers, which may repeat
 * the request.
 */
export function scrub(text: string, token: string): string {
  if (token === '') return text;
  const needle = token.toLowerCase();
  const haystack = text.toLowerCase();
  // Lower case may be longer than the original (a dotted capital I): positions would not fit.
  if (haystack.length !== text.length) return scrub(haystack, token);
  const shortest = Math.min(SHORTEST_PART, needle.length);
  let clean = '';
  let position = 0;
  while (position < text.length) {
    let length = shortest;
    if (position + length > text.length || !needle.includes(haystack.slice(position, position + length))) {
      clean += text.charAt(position);
      position += 1;
      continue;
    }
    while (
      position + length < text.length &&
      needle.includes(haystack.slice(position, position + length + 1))
    ) {
      length += 1;
    }
    clean += MARK;
    position += length;
  }
  return clean;
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu;

/**
 * A server's text fit for a sentence to the admin: one line, at most 300
 * characters, without the token.
 */
export function quotable(text: string, token: string): string {
  const line = scrub(text.slice(0, 20_000).replace(UNPRINTABLE, ' ').trim(), token);
  return line.length <= LONGEST_TEXT ? line : `${line.slice(0, LONGEST_TEXT)}…`;
}
