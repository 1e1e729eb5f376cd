import { CERTAIN, CONTESTED, PERHAPS } from '../world/powers';
import { narrow, PLANE_WORDS } from './blocks';
import type { Seats } from './seats';
import type { Strip } from './strip';
import type { StripFacts } from './strip-facts';
import type { PowerTraits } from './traits';

/** How far a power must reach to count: in what is certain, in what is possible, in what is undisputed. */
export const LAYERS = [CONTESTED, PERHAPS, CERTAIN] as const;
export type Layer = 0 | 1 | 2;

/**
 * The three layers of a strip together. A combination is what a seat has in all
 * three; where the layers are the same strip, the block itself.
 */
export interface Layers {
  readonly strips: readonly [certain: Strip, possible: Strip, undisputed: Strip];
  /** For each seat its combination; 0 has nothing in any layer. */
  readonly ofSeat: Uint16Array | Uint32Array;
  /** Three numbers for each combination: its block in each layer. */
  readonly blocks: Uint16Array | Uint32Array;
  readonly size: number;
}

/** Joins the layers of a strip: combinations are few, so that each is looked at once for all its people. */
export function joinLayers(strips: Layers['strips']): Layers {
  const [certain, possible, undisputed] = strips;
  const most = Math.max(...strips.map(({ blockCount }) => blockCount));
  if (certain === possible && certain === undisputed) {
    const blocks = new Int32Array(3 * most).map((_, at) => Math.trunc(at / 3));
    return { strips, ofSeat: certain.ofSeat, blocks: narrow(blocks, most), size: most };
  }
  const blocks = [0, 0, 0];
  // Few combinations share a first block: a short chain from it holds them.
  const head = new Int32Array(certain.blockCount);
  const next = [0];
  const ofSeat = new Int32Array(certain.ofSeat.length);
  for (let seat = 0; seat < ofSeat.length; seat += 1) {
    const first = certain.ofSeat[seat] ?? 0;
    const second = possible.ofSeat[seat] ?? 0;
    const third = undisputed.ofSeat[seat] ?? 0;
    if (second === 0) continue;
    let found = head[first] ?? 0;
    while (found !== 0 && (blocks[3 * found + 1] !== second || blocks[3 * found + 2] !== third)) {
      found = next[found] ?? 0;
    }
    if (found === 0) {
      found = next.length;
      blocks.push(first, second, third);
      next.push(head[first] ?? 0);
      head[first] = found;
    }
    ofSeat[seat] = found;
  }
  return {
    strips,
    ofSeat: narrow(ofSeat, next.length),
    blocks: narrow(Int32Array.from(blocks), most),
    size: next.length,
  };
}

/**
 * Which seats' powers can make a layer differ from the first: the doubtful ones
 * what is possible, those of a contested reading what is undisputed.
 */
export class LayerDifferences {
  readonly #doubtful: boolean;
  readonly #contested: readonly number[];
  readonly #traits: PowerTraits;

  constructor(seats: Seats, traits: PowerTraits) {
    this.#traits = traits;
    const powers = [...seats.powers];
    this.#doubtful = powers.some((power) => traits.of(power).doubtful || traits.of(power).kind === 'unknown');
    this.#contested = powers.filter(
      (power) => traits.of(power).together !== null || traits.of(power).everywhere,
    );
  }

  /** Whether the layer may be other than the first in this strip; most often it is not. */
  in(facts: StripFacts, layer: Layer): boolean {
    if (layer === 0) return false;
    if (layer === 1) return this.#doubtful || facts.hidden || facts.unmatched;
    const wide = new Int32Array(PLANE_WORDS);
    const strict = new Int32Array(PLANE_WORDS);
    return this.#contested.some((power) => {
      const traits = this.#traits.of(power);
      if (!facts.reached(traits, CONTESTED, wide)) return false;
      return !facts.reached(traits, CERTAIN, strict) || wide.some((word, at) => word !== strict[at]);
    });
  }
}
