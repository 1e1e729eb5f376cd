import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../../src-main/lists/search/fold';

describe('fold', () => {
  it.each([
    ['Zoë', 'zoe'],
    ['Zoe\u0308', 'zoe'],
    ['SØREN', 'soren'],
    ['Straße', 'strasse'],
    ['Łukasz Żak', 'lukasz zak'],
    ['İstanbul', 'istanbul'],
    ['ＡＢＣ', 'abc'],
    ['  Ann \t\n  Lee ', 'ann lee'],
    ['Ann  Lee', 'ann lee'],
    ['日本', '日本'],
    ["O'Brien+ws@Example.com", "o'brien+ws@example.com"],
    ['', ''],
  ])('%j is searched as %j', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it('leaves a folded text as it is, without fences or line breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const folded = fold(text);
        expect(folded).not.toMatch(/[\t\n\r\u2028\u2029]/);
        expect(folded).toBe(folded.trim());
        expect(fold(folded)).toBe(folded);
      }),
    );
  });
});
