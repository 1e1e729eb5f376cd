import { z } from 'zod';

/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const pixels = z.number().int().min(-1_000_000).max(1_000_000);
const size = z.number().int().min(1).max(1_000_000);

/** Where the window was last (its normal place, also while it is maximized). */
export const savedWindowSchema = z.object({
  x: pixels,
  y: pixels,
  width: size,
  height: size,
  maximized: z.boolean(),
});
export type SavedWindow = z.infer<typeof savedWindowSchema>;

/** The size on a first start, and the smallest that the screens are made for. */
export const FIRST_SIZE = { width: 1320, height: 860 } as const;
export const SMALLEST_SIZE = { width: 880, height: 560 } as const;

function overlap(one: Rectangle, other: Rectangle): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

const between = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most));

/**
 * Where the window can open so that all of it can be seen: on the display that
 * shows most of where it was; in the middle of the first display when it was
 * nowhere yet or that display is gone. `displays` are the work areas, the
 * primary one first; a work area smaller than the smallest size is filled.
 */
export function visibleBounds(saved: SavedWindow | null, displays: readonly Rectangle[]): Rectangle {
  const wanted = saved ?? { x: 0, y: 0, ...FIRST_SIZE };
  const best = displays.reduce<{ area: Rectangle; seen: number } | null>((found, area) => {
    const seen = saved === null ? 0 : overlap(saved, area);
    return found === null || seen > found.seen ? { area, seen } : found;
  }, null);
  if (best === null) return { x: wanted.x, y: wanted.y, width: wanted.width, height: wanted.height };

  const { area, seen } = best;
  const width = Math.min(area.width, Math.max(SMALLEST_SIZE.width, wanted.width));
  const height = Math.min(area.height, Math.max(SMALLEST_SIZE.height, wanted.height));
  if (seen === 0) {
    return {
      x: area.x + Math.floor((area.width - width) / 2),
      y: area.y + Math.floor((area.height - height) / 2),
      width,
      height,
    };
  }
  return {
    x: between(area.x, wanted.x, area.x + area.width - width),
    y: between(area.y, wanted.y, area.y + area.height - height),
    width,
    height,
  };
}
