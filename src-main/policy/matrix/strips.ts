import type { World } from '../world/world';
import { BLOCK_WORDS, PLANE_WORDS, STRIP } from './blocks';
import { foldStrip } from './fold';
import { joinLayers, LAYERS, type Layer, LayerDifferences, type Layers } from './layers';
import { PowerFiles } from './power-files';
import { type Leaving, Reaches } from './reaches';
import type { Seats } from './seats';
import type { Strip } from './strip';
import { StripFacts } from './strip-facts';
import { PowerTraits } from './traits';
import { Workbench } from './workbench';

/** What the strips of a world are made with, whoever's seats they are for. */
export class StripMaker {
  readonly traits: PowerTraits;
  readonly stripCount: number;
  readonly #world: World;
  readonly #bench = new Workbench();
  readonly #reaches = new Reaches(this.#bench);
  readonly #bits = new Int32Array(PLANE_WORDS);
  readonly #facts: (StripFacts | undefined)[] = [];

  constructor(world: World) {
    this.#world = world;
    this.traits = new PowerTraits(world);
    this.stripCount = Math.ceil(world.columns.list.length / STRIP);
  }

  facts(position: number): StripFacts {
    let facts = this.#facts[position];
    if (facts === undefined) {
      facts = new StripFacts(this.#world, position);
      this.#facts[position] = facts;
    }
    return facts;
  }

  /** What these powers of the world reach in a strip, as the words of a block; `null`: nothing. */
  reachOf(powers: readonly number[], position: number, layer: Layer): Int32Array | null {
    const facts = this.facts(position);
    let words: Int32Array | null = null;
    for (const number of powers) {
      const power = this.traits.of(number);
      if (power.code === 0 || !facts.reached(power, LAYERS[layer], this.#bits)) continue;
      words ??= new Int32Array(BLOCK_WORDS);
      for (let word = 0; word < PLANE_WORDS; word += 1) {
        const reached = this.#bits[word] ?? 0;
        words[word] = (words[word] ?? 0) | reached;
        if ((power.code & 2) === 0) continue;
        words[word + PLANE_WORDS] = (words[word + PLANE_WORDS] ?? 0) | reached;
      }
    }
    return words;
  }

  /** Every power of the seats is asked about the strip. */
  make(seats: Seats, position: number, layer: Layer, leaving: Leaving | null = null): Strip {
    const facts = this.facts(position);
    this.#reaches.askAll(seats, this.traits, facts, LAYERS[layer], leaving?.within ?? null);
    return foldStrip(this.#bench, seats, this.#reaches, leaving?.without ?? 0);
  }

  /** Files the powers of seats of which many strips are asked. */
  file(seats: Seats): PowerFiles {
    return new PowerFiles(seats, this.traits, this.#world);
  }

  /** The first layer of a strip, from the files of these seats. */
  makeFiled(seats: Seats, files: PowerFiles, position: number): Strip {
    const facts = this.facts(position);
    this.#reaches.askFiled(files, facts);
    return foldStrip(this.#bench, seats, this.#reaches, 0);
  }
}

/** The strips of some seats: each is worked out when it is first asked for, for all seats at once. */
export class Strips {
  readonly seats: Seats;
  readonly maker: StripMaker;
  readonly #strips: (Strip | undefined)[] = [];
  readonly #layers: (Layers | undefined)[] = [];
  #files: PowerFiles | null = null;
  #differences: LayerDifferences | null = null;

  constructor(seats: Seats, maker: StripMaker) {
    this.seats = seats;
    this.maker = maker;
  }

  /** One strip of one layer. Where a layer is no other than the first, it is the first. */
  strip(position: number, layer: Layer = 0): Strip {
    const at = position * LAYERS.length + layer;
    let strip = this.#strips[at];
    if (strip === undefined) {
      strip = this.#make(position, layer);
      this.#strips[at] = strip;
    }
    return strip;
  }

  #make(position: number, layer: Layer): Strip {
    if (layer === 0) {
      this.#files ??= this.maker.file(this.seats);
      return this.maker.makeFiled(this.seats, this.#files, position);
    }
    this.#differences ??= new LayerDifferences(this.seats, this.maker.traits);
    return this.#differences.in(this.maker.facts(position), layer)
      ? this.maker.make(this.seats, position, layer)
      : this.strip(position);
  }

  layers(position: number): Layers {
    let layers = this.#layers[position];
    if (layers === undefined) {
      layers = joinLayers([this.strip(position, 0), this.strip(position, 1), this.strip(position, 2)]);
      this.#layers[position] = layers;
    }
    return layers;
  }
}
