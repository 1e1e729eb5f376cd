import type { ChannelOutput } from '@contract/channels';
import type { Palette } from './palette';

/** The heat of the whole as main answers it. */
export type HeatMap = ChannelOutput<'matrix.map'>;

/** The picture's most in tiles; a small matrix gets one for each cell. */
export const MOST_TILES_ACROSS = 200;
export const MOST_TILES_DOWN = 140;

/** How many tiles to ask for, as resources across and principals down. */
export function mapTiles(
  pivot: boolean,
  lines: { principals: number; resources: number },
): { width: number; height: number } {
  const across = pivot ? MOST_TILES_DOWN : MOST_TILES_ACROSS;
  const down = pivot ? MOST_TILES_ACROSS : MOST_TILES_DOWN;
  return {
    width: Math.max(1, Math.min(across, lines.resources)),
    height: Math.max(1, Math.min(down, lines.principals)),
  };
}

/**
 * The heat map as RGBA, row by row as the grid stands. Access goes from the
 * ground to the colour of admin; a root keeps sparse tiles visible. What nobody
 * can tell is mixed in by its share.
 */
export function heatPixels(
  { reach, unknown }: Pick<HeatMap, 'reach' | 'unknown'>,
  tiles: { width: number; height: number },
  pivot: boolean,
  palette: Pick<Palette, 'head' | 'admin' | 'unknown'>,
): { pixels: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const ground = channelsOf(palette.head);
  const full = channelsOf(palette.admin);
  const grey = channelsOf(palette.unknown);
  const width = pivot ? tiles.height : tiles.width;
  const height = pivot ? tiles.width : tiles.height;
  const pixels = new Uint8ClampedArray(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const tile = pivot ? column * tiles.width + row : row * tiles.width + column;
      const heat = Math.sqrt((reach[tile] ?? 0) / 255);
      const fog = ((unknown[tile] ?? 0) / 255) * 0.7;
      const at = (row * width + column) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const lit = mix(ground[channel] ?? 0, full[channel] ?? 0, heat);
        pixels[at + channel] = mix(lit, grey[channel] ?? 0, fog * (1 - heat));
      }
      pixels[at + 3] = 255;
    }
  }
  return { pixels, width, height };
}

function mix(from: number, to: number, share: number): number {
  return from + (to - from) * share;
}

/** The channels of a resolved colour: `rgb(96, 34, 162)`. */
function channelsOf(colour: string): number[] {
  return (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number);
}

/** The part of the picture that is in sight, in shares of it. */
export function sightBox(
  first: { row: number; column: number },
  seen: { rows: number; columns: number },
  lines: { rows: number; columns: number },
): { left: number; top: number; width: number; height: number } {
  const share = (value: number, of: number) => (of <= 0 ? 0 : Math.max(0, Math.min(1, value / of)));
  return {
    left: share(first.column, lines.columns),
    top: share(first.row, lines.rows),
    width: share(seen.columns, lines.columns),
    height: share(seen.rows, lines.rows),
  };
}
