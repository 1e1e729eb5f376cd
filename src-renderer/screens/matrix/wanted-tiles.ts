import { TILE, type TilePlace } from './tile-store';

/** Lines from `first` to before `end`. */
export interface Span {
  first: number;
  end: number;
}

/**
 * The tiles to be asked for when these lines are in sight: those in sight from
 * the middle outwards, then a ring around them for the next step of scrolling.
 */
export function wantedTiles(
  principals: Span,
  resources: Span,
  lines: { principals: number; resources: number },
): TilePlace[] {
  if (principals.end <= principals.first || resources.end <= resources.first) return [];
  const down = bandsOf(principals, lines.principals);
  const across = bandsOf(resources, lines.resources);
  const middle = {
    principal: (principals.first + principals.end) / 2 / TILE - 0.5,
    resource: (resources.first + resources.end) / 2 / TILE - 0.5,
  };
  const found: { place: TilePlace; far: number }[] = [];
  for (let principal = down.from; principal <= down.to; principal += 1) {
    for (let resource = across.from; resource <= across.to; resource += 1) {
      const seen =
        principal >= down.first &&
        principal <= down.last &&
        resource >= across.first &&
        resource <= across.last;
      const far = Math.hypot(principal - middle.principal, resource - middle.resource);
      found.push({ place: { principal, resource }, far: seen ? far : far + 1000 });
    }
  }
  return found.sort((one, other) => one.far - other.far).map(({ place }) => place);
}

function bandsOf({ first, end }: Span, lines: number) {
  const firstBand = Math.floor(first / TILE);
  const lastBand = Math.floor((end - 1) / TILE);
  const most = Math.max(0, Math.ceil(lines / TILE) - 1);
  return {
    first: firstBand,
    last: lastBand,
    from: Math.max(0, firstBand - 1),
    to: Math.min(most, lastBand + 1),
  };
}
