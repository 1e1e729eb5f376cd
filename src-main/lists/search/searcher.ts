import uFuzzy from '@leeoniya/ufuzzy';
import { fold } from './fold';

/**
 * How rows were found. `words`: every word that was typed is in the row as it
 * stands. `parts`: only when the punctuation is left out (`rosa-tanaka`); never
 * for an address. `typos`: only when one
 * wrong, missing, extra or swapped letter in each word is forgiven.
 */
export type Manner = 'words' | 'parts' | 'typos';

/** Rows found, best first. `ranks`, beside each: 0 a whole field is what was typed, 1 a field begins so, 2 other. */
export interface Found {
  readonly manner: Manner;
  readonly rows: readonly number[];
  readonly ranks: readonly (0 | 1 | 2)[];
}

/** Above this many matches only whole fields and beginnings of fields are put first: finer ranking says nothing then. */
const RANKED_AT_MOST = 1000;
/** Words whose every order is tried when ranking: 4 are 24 orders. */
const REORDERED_AT_MOST = 4;
/** Stands between the fields of a row; nobody can type it into a field, as white space is folded. */
const FENCE = '\t';

// Ties keep the order of the rows, which the caller has sorted.
const exact = new uFuzzy({ compare: () => 0 });
/** With a slip, words of three letters are like nearly everything. */
const FORGIVEN_FROM = 4;

const forgiving = new uFuzzy({ compare: () => 0, intraMode: 1 });

/** What uFuzzy takes for words; it must get no sign of its own query language (quotes, a leading minus). */
function plainTerms(folded: string): string[] {
  return folded.match(/[a-z0-9]+/g) ?? [];
}

/** Searches the rows of one list. */
export interface Searcher {
  /** `null` when nothing was typed: then every row matches. The last answer is kept for the next windows. */
  find(text: string): Found | null;
}

/**
 * @param fields of each row, what can be searched (names, addresses, ids)
 * @param order all row numbers in the order that equal matches keep
 */
export function createSearcher(
  fields: readonly (readonly string[])[],
  order: () => readonly number[],
): Searcher {
  const haystack = fields.map((row) => FENCE + row.map(fold).join(FENCE) + FENCE);

  const containing = (needles: readonly string[]): number[] => {
    let rows: number[] | null = null;
    // The longest word leaves the fewest rows for the others.
    for (const needle of [...needles].sort((one, other) => other.length - one.length)) {
      const found: number[] = [];
      for (const row of rows ?? order()) if (haystack[row]?.includes(needle)) found.push(row);
      rows = found;
    }
    return rows ?? [];
  };

  const forgivingly = (terms: readonly string[]): number[] =>
    terms.reduce((rows, term) => forgiving.filter(haystack, term, rows) ?? [], [...order()]);

  const ranked = (engine: uFuzzy, rows: number[], terms: readonly string[]): readonly number[] => {
    const sensible = rows.length > 0 && rows.length <= RANKED_AT_MOST && terms.length <= REORDERED_AT_MOST;
    // Given no rows, uFuzzy would look through all of them.
    if (!sensible || terms.length === 0) return rows;
    const [, info, sorted] = engine.search(
      haystack,
      terms.join(' '),
      REORDERED_AT_MOST,
      RANKED_AT_MOST,
      rows,
    );
    if (!info || !sorted) return rows;
    const best = new Set<number>();
    for (const place of sorted) {
      const row = info.idx[place];
      if (row !== undefined) best.add(row);
    }
    // Two words may have matched the same letters (`ann anna`), which uFuzzy does not count as a match of both.
    for (const row of rows) best.add(row);
    return [...best];
  };

  const search = (folded: string): Found => {
    const terms = plainTerms(folded);
    let manner: Manner = 'words';
    let rows = containing(folded.split(' '));
    // An address that is not there must not bring others; single letters left of it would bring nearly everybody.
    if (
      rows.length === 0 &&
      terms.length > 0 &&
      !/@/.test(folded) &&
      terms.every((term) => term.length > 1)
    ) {
      manner = 'parts';
      rows = containing(terms);
    }
    // An address or an id with a slip is a different one; only names are forgiven.
    const longEnough = terms.length > 0 && terms.every((term) => term.length >= FORGIVEN_FROM);
    if (rows.length === 0 && longEnough && /^[a-z' -]*[a-z][a-z' -]*$/.test(folded)) {
      manner = 'typos';
      rows = forgivingly(terms);
    }
    const classes: [number[], number[], number[]] = [[], [], []];
    for (const row of ranked(manner === 'typos' ? forgiving : exact, rows, terms)) {
      const hay = haystack[row] ?? '';
      if (hay.includes(FENCE + folded + FENCE)) classes[0].push(row);
      else if (hay.includes(FENCE + folded)) classes[1].push(row);
      else classes[2].push(row);
    }
    return {
      manner,
      rows: classes.flat(),
      ranks: [
        ...classes[0].map(() => 0 as const),
        ...classes[1].map(() => 1 as const),
        ...classes[2].map(() => 2 as const),
      ],
    };
  };

  let last: { readonly folded: string; readonly found: Found } | null = null;
  return {
    find(text) {
      const folded = fold(text);
      if (folded === '') return null;
      if (last?.folded !== folded) last = { folded, found: search(folded) };
      return last.found;
    },
  };
}
