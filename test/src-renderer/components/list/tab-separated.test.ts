import { describe, expect, it } from 'vitest';
import { tabSeparated } from '../../../../src-renderer/components/list/tab-separated';

describe('text for a spreadsheet', () => {
  it('has a tab between cells and a line for each row', () => {
    expect(
      tabSeparated([
        ['Ada', '3'],
        ['Ben', 'unknown'],
      ]),
    ).toBe('Ada\t3\nBen\tunknown');
  });

  it('keeps cells together that hold tabs, line breaks or quotes', () => {
    expect(tabSeparated([['a\tb', 'two\nlines', 'the "old" one']])).toBe(
      '"a\tb"\t"two\nlines"\t"the ""old"" one"',
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1'])(
    'does not let a spreadsheet run %j',
    (text) => {
      expect(
        tabSeparated([[text]])
          .replace(/^"/, '')
          .startsWith("'"),
      ).toBe(true);
    },
  );
});
