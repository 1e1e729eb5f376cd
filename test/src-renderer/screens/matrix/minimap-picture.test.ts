import { describe, expect, it } from 'vitest';
import { heatPixels, mapTiles, sightBox } from '../../../../src-renderer/screens/matrix/minimap-picture';

const palette = { head: 'rgb(0, 0, 0)', admin: 'rgb(200, 100, 0)', unknown: 'rgb(100, 100, 100)' };
const reds = (pixels: Uint8ClampedArray) => [...pixels].filter((_value, at) => at % 4 === 0);

describe('the minimap', () => {
  it('asks for no more tiles than there are lines, and for a picture as the grid stands', () => {
    expect(mapTiles(false, { principals: 20_000, resources: 20_000 })).toEqual({ width: 200, height: 140 });
    expect(mapTiles(true, { principals: 20_000, resources: 20_000 })).toEqual({ width: 140, height: 200 });
    expect(mapTiles(false, { principals: 3, resources: 5 })).toEqual({ width: 5, height: 3 });
  });

  it('paints from the ground to admin, and turns with the grid', () => {
    const map = { reach: Uint8Array.of(0, 255, 0, 255, 0, 0), unknown: new Uint8Array(6) };
    const upright = heatPixels(map, { width: 3, height: 2 }, false, palette);
    expect([upright.width, upright.height, reds(upright.pixels)]).toEqual([3, 2, [0, 200, 0, 200, 0, 0]]);
    const turned = heatPixels(map, { width: 3, height: 2 }, true, palette);
    expect([turned.width, turned.height, reds(turned.pixels)]).toEqual([2, 3, [0, 200, 200, 0, 0, 0]]);
  });

  it('keeps a little access visible, and tells what nobody knows from none', () => {
    const sparse = { reach: Uint8Array.of(4, 0), unknown: Uint8Array.of(0, 255) };
    const [little, unknown] = reds(heatPixels(sparse, { width: 2, height: 1 }, false, palette).pixels);
    expect(little).toBeGreaterThan(20);
    expect(unknown).toBe(70);
  });

  it('frames what is in sight', () => {
    expect(
      sightBox({ row: 50, column: 20 }, { rows: 25, columns: 400 }, { rows: 100, columns: 200 }),
    ).toEqual({
      left: 0.1,
      top: 0.5,
      width: 1,
      height: 0.25,
    });
  });
});
