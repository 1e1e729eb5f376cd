import { describe, expect, it } from 'vitest';
import {
  contentOf,
  type GridGeometry,
  linesInSight,
  linesPerPage,
  MOST_PX,
  offsetAt,
  offsetShowing,
  placeAt,
  type ScrolledAxis,
  scrollFor,
  spacerOf,
} from '../../../../src-renderer/screens/matrix/geometry';

const axis = (changes: Partial<ScrolledAxis> = {}): ScrolledAxis => ({
  lines: 20_000,
  cell: 24,
  tail: 0,
  view: 480,
  ...changes,
});

describe('a scrolled axis', () => {
  it('is as long as its lines, and scrolls one to one', () => {
    expect(spacerOf(axis())).toBe(480_000);
    expect(offsetAt(axis(), 12_345)).toBe(12_345);
    expect(scrollFor(axis(), 12_345)).toBe(12_345);
  });

  it('stays below what a browser can draw, and still reaches its last line', () => {
    const long = axis({ lines: 10_000_000 });
    expect(spacerOf(long)).toBe(MOST_PX);
    const end = offsetAt(long, MOST_PX - long.view);
    expect(end).toBe(contentOf(long) - long.view);
    expect(linesInSight(long, end).end).toBe(10_000_000);
    for (const offset of [0, 1_234_560, 199_999_999]) {
      expect(offsetAt(long, scrollFor(long, offset))).toBeCloseTo(offset, 3);
    }
  });

  it('never moves beyond its ends', () => {
    expect(offsetAt(axis(), -5)).toBe(0);
    expect(offsetAt(axis({ lines: 3 }), 100)).toBe(0);
    expect(scrollFor(axis(), 1e9)).toBe(480_000 - 480);
  });

  it('counts the lines in sight, also those in part', () => {
    expect(linesInSight(axis(), 0)).toEqual({ first: 0, end: 20 });
    expect(linesInSight(axis(), 12)).toEqual({ first: 0, end: 21 });
    expect(linesInSight(axis({ lines: 5 }), 0)).toEqual({ first: 0, end: 5 });
    expect(linesInSight(axis({ lines: 0 }), 0)).toEqual({ first: 0, end: 0 });
    expect(linesPerPage(axis({ view: 10 }))).toBe(1);
  });

  it('moves only as far as it takes to show a line', () => {
    expect(offsetShowing(axis(), 240, 12)).toBe(240);
    expect(offsetShowing(axis(), 240, 9)).toBe(216);
    expect(offsetShowing(axis(), 240, 30)).toBe(31 * 24 - 480);
    expect(offsetShowing(axis({ tail: 70 }), 0, 30)).toBe(31 * 24 + 70 - 480);
  });
});

describe('the place under a point', () => {
  const geometry: GridGeometry = {
    headWidth: 200,
    headHeight: 120,
    down: axis({ lines: 50 }),
    across: axis({ lines: 40, tail: 70 }),
  };
  const at = (x: number, y: number, offset = { x: 0, y: 0 }) => placeAt(geometry, offset, { x, y });

  it('finds cells, also when scrolled', () => {
    expect(at(201, 121)).toEqual({ row: 0, column: 0 });
    expect(at(201 + 24, 121 + 48)).toEqual({ row: 2, column: 1 });
    expect(at(201, 121, { x: 240, y: 480 })).toEqual({ row: 20, column: 10 });
  });

  it('finds heads: names at the left, slanted ones by their foot', () => {
    expect(at(10, 130)).toEqual({ row: 0, column: -1 });
    expect(at(201 + 24, 119)).toEqual({ row: -1, column: 1 });
    // 104 px above the foot a head has moved 60 px to the right.
    expect(at(201 + 24 + 61, 120 - 104)).toEqual({ row: -1, column: 1 });
  });

  it('finds nothing in the corner and beyond the last lines', () => {
    expect(at(10, 10)).toBeNull();
    expect(at(201, 121, { x: 0, y: 50 * 24 })).toBeNull();
    expect(at(201, 121, { x: 40 * 24, y: 0 })).toBeNull();
  });
});
