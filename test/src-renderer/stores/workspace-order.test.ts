import { describe, expect, it } from 'vitest';
import { movedBy, movedTo } from '../../../src-renderer/stores/workspace-order';

const keys = ['a', 'b', 'c', 'd'];

describe('the order of workspaces', () => {
  it.each([
    ['b', 1, ['a', 'c', 'b', 'd']],
    ['b', -1, ['b', 'a', 'c', 'd']],
    ['a', -1, keys],
    ['d', 5, keys],
    ['a', 9, ['b', 'c', 'd', 'a']],
    ['x', 1, keys],
  ])('moves %s by %i', (key, steps, expected) => {
    expect(movedBy(keys, key, steps)).toEqual(expected);
  });

  it('puts a dropped one where the other was', () => {
    expect(movedTo(keys, 'a', 'c')).toEqual(['b', 'c', 'a', 'd']);
    expect(movedTo(keys, 'd', 'a')).toEqual(['d', 'a', 'b', 'c']);
    expect(movedTo(keys, 'a', 'gone')).toEqual(keys);
  });

  it('does not change the keys that it was given', () => {
    movedBy(keys, 'a', 2);
    expect(keys).toEqual(['a', 'b', 'c', 'd']);
  });
});
