/** Whether every word of `text` begins a word of `among`; empty text matches all. */
export function wordsMatch(text: string, among: string): boolean {
  const there = among.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .every((word) => there.some((each) => each.startsWith(word)));
}
