import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chipsThatFit } from '../../../../src-renderer/components/list/fit-chips';

describe('chips that fit', () => {
  it('shows all where there is room', () => {
    expect(chipsThatFit(['Source Admin', 'PII Access'], 300)).toBe(2);
  });

  it('keeps room for how many more there are', () => {
    expect(chipsThatFit(['Source Admin', 'PII Access', 'Function Admin'], 190)).toBe(1);
    expect(chipsThatFit(['Source Admin', 'PII Access'], 178)).toBe(2);
  });

  it('shows at least one, and two before anything was measured', () => {
    expect(chipsThatFit(['Unify Read-only + Engage User', 'PII Access'], 60)).toBe(1);
    expect(chipsThatFit(['a', 'b', 'c'], 0)).toBe(2);
    expect(chipsThatFit([], 100)).toBe(0);
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
