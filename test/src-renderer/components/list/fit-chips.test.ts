import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsThatFit } from '../../../../src-renderer/components/list/fit-chips';
import { tellingFirst } from '../../../../src-renderer/components/list/telling-roles';

/** Ten px a letter: a chip of `abc` takes 45 px, and 49 px after another one. */
const wide = (text: string) => text.length * 10;

describe('chips that fit', () => {
  it('shows all where there is room', () => {
    expect(chipsThatFit(['abc', 'abc'], 94, wide)).toBe(2);
    expect(chipsThatFit(['abc', 'abc'], 93, wide)).toBe(1);
  });

  it('keeps room for how many more there are', () => {
    expect(chipsThatFit(['abc', 'abc', 'abc'], 94 + 27, wide)).toBe(1);
    expect(chipsThatFit(['abc', 'abc', 'abc'], 94 + 28, wide)).toBe(2);
  });

  it('shows at least one, and two before anything was measured', () => {
    expect(chipsThatFit(['a very long one', 'abc'], 60, wide)).toBe(1);
    expect(chipsThatFit(['a', 'b', 'c'], 0, wide)).toBe(2);
    expect(chipsThatFit([], 100, wide)).toBe(0);
  });

  it('shows no fewer in more room', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ maxLength: 30 }), { maxLength: 8 }),
        fc.integer({ min: 1, max: 900 }),
        fc.nat(300),
        (texts, width, more) => {
          expect(chipsThatFit(texts, width + more)).toBeGreaterThanOrEqual(chipsThatFit(texts, width));
        },
      ),
    );
  });
});

describe('roles in a list', () => {
  it('have those that everybody has at the end, and keep their order otherwise', () => {
    expect(tellingFirst(['Workspace Member', 'Source Admin', 'PII Access'])).toEqual([
      'Source Admin',
      'PII Access',
      'Workspace Member',
    ]);
  });
});
