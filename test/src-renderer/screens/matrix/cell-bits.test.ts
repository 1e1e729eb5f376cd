import { describe, expect, it } from 'vitest';
import { cellState, cellWords } from '../../../../src-renderer/screens/matrix/cell-bits';

const FOLD = 1 << 15;

describe('a cell', () => {
  it.each([
    [0b0000, 'no access'],
    [0b0101, 'read'],
    [0b1111, 'admin'],
    [0b1100, 'unknown, at most admin'],
    [0b0100, 'unknown, at most read'],
    [0b1101, 'read, at most admin'],
    [0b0101 | (1 << 6), 'read, sees PII'],
    [0b0101 | (1 << 7), 'read, PII unknown'],
    [0b1111 | (1 << 6) | (1 << 8), 'admin, sees PII, only through an owner role'],
    [0b0101 | (1 << 9), 'read, the draft widens it'],
    [0b1111 | (1 << 10), 'admin, the draft narrows it'],
  ])('%s says “%s”', (word, words) => {
    expect(cellWords(word)).toBe(words);
  });

  it.each([
    [FOLD, 'none'],
    [FOLD | 0b0101, 'all read'],
    [FOLD | 0b1111, 'all admin'],
    [FOLD | 0b0100, 'some read'],
    [FOLD | 0b1101, 'all read, some admin'],
    [FOLD | (1 << 4), 'none, some unknown'],
    [
      FOLD | 0b0100 | (1 << 6) | (1 << 9) | (1 << 10),
      'some read, PII on some, the draft widens it, the draft narrows it',
    ],
  ])('of a fold, %s says “%s”', (word, words) => {
    expect(cellWords(word)).toBe(words);
  });

  it('keeps certain and possible apart', () => {
    expect(cellState(0b1101 | (1 << 7))).toEqual({
      kind: 'one',
      atLeast: 'read',
      atMost: 'admin',
      pii: 'perhaps',
      ownerOnly: false,
      gain: false,
      loss: false,
    });
  });
});
