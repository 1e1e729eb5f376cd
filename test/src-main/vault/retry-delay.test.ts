import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayAfter, delayLeft, inSeconds } from '../../../src-main/vault/retry-delay';

describe('the pause after wrong passphrases', () => {
  it('grows from 1 second to 60', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 1000].map(delayAfter)).toEqual([
      0, 1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000, 60000,
    ]);
  });

  it('is what is left of it after a restart', () => {
    expect(delayLeft(4, 10_000, 13_000)).toBe(5000);
    expect(delayLeft(4, 10_000, 18_000)).toBe(0);
    expect(delayLeft(4, 10_000, 999_000)).toBe(0);
  });

  it('is never longer than itself, wherever the clock was set', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(), fc.nat(), (wrong, at, now) => {
        const left = delayLeft(wrong, at, now);
        expect(left).toBeGreaterThanOrEqual(0);
        expect(left).toBeLessThanOrEqual(delayAfter(wrong));
        if (now <= at) expect(left).toBe(delayAfter(wrong));
      }),
    );
  });

  it('is told in whole seconds', () => {
    expect([1, 1000, 1001, 59_999].map(inSeconds)).toEqual([
      '1 second',
      '1 second',
      '2 seconds',
      '60 seconds',
    ]);
  });
});
