import uFuzzy from '@leeoniya/ufuzzy';

/** Letters that do not come apart into a plain one and a mark, and that uFuzzy's own table lacks. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
const BEYOND_ASCII = /[^ -~]/;

/**
 * The text as it is searched: lower case, without accents (`Zoë` is `zoe`,
 * `Søren` is `soren`), full-width letters plain, one space for any white space.
 */
export function fold(text: string): string {
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  const bare = text.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim();
  return uFuzzy.latinize(bare).replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}
