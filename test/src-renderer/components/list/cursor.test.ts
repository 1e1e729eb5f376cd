import { describe, expect, it } from 'vitest';
import { moveCursor } from '../../../../src-renderer/components/list/cursor';

const list = { count: 100, perPage: 20 };

describe('the cursor of a list', () => {
  it.each([
    [5, 'ArrowDown', 6],
    [5, 'ArrowUp', 4],
    [0, 'ArrowUp', 0],
    [99, 'ArrowDown', 99],
    [5, 'PageDown', 24],
    [90, 'PageDown', 99],
    [50, 'PageUp', 31],
    [5, 'PageUp', 0],
    [50, 'Home', 0],
    [50, 'End', 99],
  ] as const)('goes from %i with %s to %i', (from, key, to) => {
    expect(moveCursor(from, key, list)).toBe(to);
  });

  it('begins at an end', () => {
    expect(moveCursor(null, 'ArrowDown', list)).toBe(0);
    expect(moveCursor(null, 'End', list)).toBe(99);
  });

  it('has no place in an empty list', () => {
    expect(moveCursor(null, 'ArrowDown', { count: 0, perPage: 20 })).toBeNull();
    expect(moveCursor(3, 'End', { count: 0, perPage: 20 })).toBeNull();
  });

  it('moves on even in a list that shows a single row', () => {
    expect(moveCursor(5, 'PageDown', { count: 100, perPage: 1 })).toBe(6);
    expect(moveCursor(5, 'PageDown', { count: 100, perPage: 0 })).toBe(6);
  });
});
