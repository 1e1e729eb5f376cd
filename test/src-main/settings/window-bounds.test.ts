import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  FIRST_SIZE,
  type Rectangle,
  type SavedWindow,
  SMALLEST_SIZE,
  visibleBounds,
} from '../../../src-main/settings/window-bounds';

const laptop: Rectangle = { x: 0, y: 25, width: 1440, height: 875 };
const above: Rectangle = { x: -200, y: -1080, width: 1920, height: 1080 };
const saved = (x: number, y: number, width = 1000, height = 600): SavedWindow => ({
  x,
  y,
  width,
  height,
  maximized: false,
});

describe('where the window opens', () => {
  it('is in the middle of the first display on a first start', () => {
    expect(visibleBounds(null, [laptop, above])).toEqual({
      x: (1440 - FIRST_SIZE.width) / 2,
      y: 25 + Math.floor((875 - FIRST_SIZE.height) / 2),
      ...FIRST_SIZE,
    });
  });

  it('is where it was when all of that can be seen, on any display', () => {
    expect(visibleBounds(saved(100, 100), [laptop])).toEqual({ x: 100, y: 100, width: 1000, height: 600 });
    expect(visibleBounds(saved(-100, -900), [laptop, above])).toEqual({
      x: -100,
      y: -900,
      width: 1000,
      height: 600,
    });
  });

  it('is pushed back where it hangs over an edge', () => {
    expect(visibleBounds(saved(-300, 500), [laptop])).toEqual({ x: 0, y: 300, width: 1000, height: 600 });
  });

  it('is on the display that shows most of it', () => {
    expect(visibleBounds(saved(0, -400), [laptop, above])).toEqual({
      x: 0,
      y: -600,
      width: 1000,
      height: 600,
    });
  });

  it('is in the middle of the first display when the one where it was is gone', () => {
    expect(visibleBounds(saved(-100, -900), [laptop])).toEqual({ x: 220, y: 162, width: 1000, height: 600 });
  });

  it('fills a display that is too small', () => {
    const tiny = { x: 5, y: 5, width: 640, height: 480 };
    expect(visibleBounds(saved(0, 0), [tiny])).toEqual(tiny);
    expect(visibleBounds(null, [tiny])).toEqual(tiny);
  });

  it('is what was saved where the system names no display', () => {
    expect(visibleBounds(saved(1, 2), [])).toEqual({ x: 1, y: 2, width: 1000, height: 600 });
  });

  it('always lies within one display', () => {
    const place = fc.integer({ min: -5000, max: 5000 });
    const size = fc.integer({ min: 1, max: 5000 });
    const rectangle = fc.record({ x: place, y: place, width: size, height: size });
    const window = fc.option(rectangle.map((at) => ({ ...at, maximized: false })));
    fc.assert(
      fc.property(window, fc.array(rectangle, { minLength: 1, maxLength: 4 }), (at, displays) => {
        const { x, y, width, height } = visibleBounds(at, displays);
        const within = displays.filter(
          (area) =>
            x >= area.x &&
            y >= area.y &&
            x + width <= area.x + area.width &&
            y + height <= area.y + area.height,
        );
        expect(within.length).toBeGreaterThan(0);
        expect(
          within.some(
            (area) =>
              width >= Math.min(area.width, SMALLEST_SIZE.width) &&
              height >= Math.min(area.height, SMALLEST_SIZE.height),
          ),
        ).toBe(true);
      }),
    );
  });
});
