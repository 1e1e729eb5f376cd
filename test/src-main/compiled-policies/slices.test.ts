import { describe, expect, it } from 'vitest';
import { append, emptyLists, headOf, slicesOf } from '../../../src-main/compiled-policies/slices';
import { buildLargeSnapshot } from '../../fixtures/large-snapshot';
import { randomWorld } from '../policy/random-world';

describe('slices', () => {
  it.each([
    ['a large workspace', buildLargeSnapshot({ members: 3000, resources: 2500, groups: 100 })],
    ['a small one', randomWorld(3)],
  ])('of %s are small, and together they are all of it', (_, snapshot) => {
    const lists = emptyLists();
    for (const slice of slicesOf(snapshot)) {
      const entries = Object.values(slice).flat();
      expect(entries.length).toBeGreaterThan(0);
      expect(entries.length).toBeLessThanOrEqual(600);
      append(lists, slice);
    }
    expect({ ...headOf(snapshot), ...lists }).toEqual(snapshot);
  });
});
