import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src-main/lists/search/fold';
import { createSearcher } from '../../../../src-main/lists/search/searcher';

const people = [
  ['Zoë Jensen', 'zoe.jensen@example.com', 'u1'],
  ['Joann Lee', 'joann@example.com', 'u2'],
  ['Ann Lee', 'ann@example.com', 'u3'],
  ['Ann Leeson', 'ann@example.com.au', 'u4'],
  ["Pat O'Brien", 'pat+ws@example.com', 'u5'],
  ['田中 日本', 'tanaka@example.jp', 'u6'],
  ['Rosa Tanaka', 'rosa@example.org', 'aB9-x'],
  ['', 'new.person@example.com', 'new.person@example.com'],
] as const;

function searcherOf(rows: readonly (readonly string[])[]) {
  const order = rows.map((_, number) => number);
  return createSearcher(rows, () => order);
}
const searcher = searcherOf(people);
const found = (text: string) => searcher.find(text)?.rows ?? null;

describe('the search', () => {
  it.each(['', ' ', ' \t\n '])('%j is no question: every row matches', (text) => {
    expect(searcher.find(text)).toBeNull();
  });

  it.each([
    ['zoe', [0]],
    ['ZOË', [0]],
    ['jensen zoe', [0]],
    ['jen zo', [0]],
    ['日本', [5]],
    ['tanaka', [5, 6]],
    ["o'br", [4]],
    ['pat+ws@example.com', [4]],
    ['ws@', [4]],
    ['@example.org', [6]],
    ['ab9-X', [6]],
    ['u3', [2]],
    ['rosa-tanaka', [6]],
    ['"rosa"', [6]],
    ['new.person@example.com', [7]],
    ['zzz', []],
  ])('%j finds rows %j', (text, rows) => {
    expect(new Set(found(text))).toEqual(new Set(rows));
  });

  it.each(['@', '.', 'e'])('%j, which every address has, finds everybody', (text) => {
    expect(found(text)).toHaveLength(people.length);
  });

  it('puts the person first whose whole address or id was typed', () => {
    expect(found('ann@example.com')).toEqual([2, 3, 1]);
    expect(found('ann lee')).toEqual([2, 3, 1]);
  });

  it('puts beginnings of fields before anything inside', () => {
    expect(found('lee')?.at(0)).toBe(2);
    expect(found('ann')?.at(-1)).toBe(1);
  });

  it('forgives one slip in a name, when nothing fits as typed', () => {
    expect(searcher.find('jenssen')).toEqual({ manner: 'typos', rows: [0], ranks: [2] });
    expect(found('tanaak rosa')).toEqual([6]);
  });

  it('does not take one address for another', () => {
    expect(found('zoe.jenssen@example.com')).toEqual([]);
    expect(found('rosa@example.com')).toEqual([]);
  });

  it('takes signs of query languages as text', () => {
    expect(found('-ann')).not.toContain(0);
    expect(found('.*')).toEqual([]);
    expect(found('(')).toEqual([]);
    expect(found('ann -lee')).toEqual(expect.arrayContaining([2]));
  });

  it('finds two words in one, as in `ann anna`', () => {
    expect(searcherOf([['Anna'], ['Bert']]).find('ann anna')?.rows).toEqual([0]);
  });

  it('remembers the last answer', () => {
    const first = searcher.find('tanaka');
    expect(searcher.find(' TANAKA')).toBe(first);
    expect(searcher.find('rosa')).not.toBe(first);
  });
});

const word = fc.string({ unit: fc.constantFrom(...'abB1é@.-\' "日'), maxLength: 6 });
const table = fc.array(fc.tuple(word, word), { maxLength: 30 });

describe('the search against a naive one', () => {
  it('finds exactly the rows that hold every word, each once, ranked in order', () => {
    fc.assert(
      fc.property(table, word, (rows, text) => {
        const words = fold(text)
          .split(' ')
          .filter((part) => part !== '');
        const naive = rows.flatMap((fields, number) =>
          words.every((part) => fields.some((field) => fold(field).includes(part))) ? [number] : [],
        );
        const answer = searcherOf(rows).find(text);
        if (words.length === 0) {
          expect(answer).toBeNull();
          return;
        }
        if (naive.length > 0) {
          expect(answer?.manner).toBe('words');
          expect([...(answer?.rows ?? [])].sort((a, b) => a - b)).toEqual(naive);
        } else if (answer && answer.rows.length > 0) {
          expect(answer.manner).not.toBe('words');
        }
        expect(answer?.ranks).toEqual([...(answer?.ranks ?? [])].sort());
        const whole = rows.flatMap((fields, number) =>
          fields.map(fold).includes(fold(text)) ? [number] : [],
        );
        expect(new Set(answer?.rows.slice(0, whole.length))).toEqual(new Set(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expect(() => searcher.find(text)).not.toThrow();
      }),
    );
  });
});
