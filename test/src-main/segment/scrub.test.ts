import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotable, scrub } from '../../../src-main/segment/scrub';

const tokens = fc.string({
  unit: fc.constantFrom(...'abcXYZ019_-.~+/='),
  minLength: 1,
  maxLength: 60,
});

/** Whether a part of the token of six characters (or all of a shorter one) is in the text, in any letter case. */
function leaks(text: string, token: string): boolean {
  const length = Math.min(6, token.length);
  const haystack = text.toLowerCase();
  const needle = token.toLowerCase();
  for (let at = 0; at + length <= needle.length; at += 1) {
    if (haystack.includes(needle.slice(at, at + length))) return true;
  }
  return false;
}

describe('scrub', () => {
  it('leaves a text without the token as it is', () => {
    expect(scrub('the token is not valid', 'sgp_abcdefghijkl')).toBe('the token is not valid');
  });

  it('replaces the token and parts of it, in any letter case', () => {
    const token = 'sgp_AbCdEfGhIjKl';
    expect(scrub(`bad token ${token}!`, token)).toBe('bad token •••!');
    expect(scrub('bad token SGP_ABCDEF…', token)).toBe('bad token •••…');
    expect(scrub('ends in GhIjKl', token)).toBe('ends in •••');
  });

  it('never leaves a part of the token, whatever surrounds it', () => {
    fc.assert(
      fc.property(
        tokens,
        fc.string(),
        fc.string(),
        fc.nat(),
        fc.boolean(),
        (token, before, after, from, loud) => {
          const part = token.slice(from % token.length);
          const text = `${before}${loud ? part.toUpperCase() : part}${after}${token}${part}`;
          expect(leaks(scrub(text, token), token)).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('holds for letters whose lower case is longer', () => {
    expect(leaks(scrub('İİ secret-token-123 İ', 'secret-token-123'), 'secret-token-123')).toBe(false);
  });
});

describe('quotable', () => {
  it('makes one short line', () => {
    expect(quotable('  a\n\tb\u0000c\u202e ', 'token-token')).toBe('a b c');
    expect(quotable('x'.repeat(1000), 'token-token')).toHaveLength(301);
  });

  it('scrubs before it cuts, so that no part is left at the end', () => {
    const token = 'sgp_Zk3vQ9xWtL2bN7pR5mYc8dHf4JgKs6Ta';
    for (let room = 270; room < 300; room += 1) {
      expect(leaks(quotable(`${'.'.repeat(room)}${token}`, token), token)).toBe(false);
    }
  });
});
