import type { ChannelOutput } from '@contract/channels';
import type { Failure } from '@contract/failure';
import type { PrincipalHead, ResourceHead } from '@contract/matrix';
import { failureOf } from '../../api/bridge';

/** Lines of a tile, on both axes. */
export const TILE = 64;

/** Tiles that are kept: 8 kB of cells each. */
const MOST_TILES = 384;
/** Bands of heads that are kept on each axis. */
const MOST_BANDS = 256;
/** Requests at once: enough to keep main busy, few enough that a jump does not wait for what was passed. */
const MOST_ASKED = 3;

/** A tile by its place on both axes, in tiles. */
export interface TilePlace {
  principal: number;
  resource: number;
}

/** The cells of a tile; at the ends it is smaller than {@link TILE}. */
export interface Tile {
  cells: Uint16Array;
  /** Resources in it: how long one principal's cells are. */
  width: number;
}

export type TileAnswer = ChannelOutput<'matrix.window'>;

export interface TileSource {
  /** Asks main for a tile. */
  ask: (place: TilePlace) => Promise<TileAnswer>;
  /** Of the view that was opened: cells of another snapshot are not shown together with it. */
  fingerprint: string;
}

/** What the store says to who shows it. */
export interface TileListener {
  /** Cells or heads have come. */
  changed: () => void;
  /** Main answered from a newer snapshot: the view has to be opened again. */
  outdated: () => void;
  failed: (failure: Failure) => void;
}

function keyOf({ principal, resource }: TilePlace): number {
  return principal * 0x100000 + resource;
}

/** A map that forgets what was not used for longest. */
class Recent<Value> {
  readonly #most: number;
  readonly #held = new Map<number, Value>();
  constructor(most: number) {
    this.#most = most;
  }
  /** Looks without counting as use. */
  peek(key: number): Value | undefined {
    return this.#held.get(key);
  }
  use(key: number): Value | undefined {
    const value = this.#held.get(key);
    if (value === undefined) return undefined;
    this.#held.delete(key);
    this.#held.set(key, value);
    return value;
  }
  put(key: number, value: Value): void {
    this.#held.delete(key);
    this.#held.set(key, value);
    while (this.#held.size > this.#most) {
      const oldest = this.#held.keys().next();
      if (oldest.done === true) return;
      this.#held.delete(oldest.value);
    }
  }
  get size(): number {
    return this.#held.size;
  }
}

/**
 * The cells and heads of one opened view, as far as they were looked at. It asks
 * for what is wanted now, nearest first and a few at a time; what is no longer
 * wanted before its turn comes is never asked for.
 */
export class TileStore {
  #source: TileSource;
  readonly #listener: TileListener;
  readonly #tiles = new Recent<{ tile: Tile; source: TileSource }>(MOST_TILES);
  readonly #principals = new Recent<PrincipalHead[]>(MOST_BANDS);
  readonly #resources = new Recent<ResourceHead[]>(MOST_BANDS);
  readonly #asked = new Set<number>();
  readonly #refused = new Set<number>();
  #wanted: readonly TilePlace[] = [];
  #closed = false;

  constructor(source: TileSource, listener: TileListener) {
    this.#source = source;
    this.#listener = listener;
  }

  /** How many tiles are kept. */
  get size(): number {
    return this.#tiles.size;
  }

  /** Asks from now on in another way (the draft has changed). What is there stays until the new cells come. */
  askBy(source: TileSource): void {
    this.#source = source;
    this.#refused.clear();
    this.#askNext();
  }

  /** Says what is to be seen now, most wanted first. */
  want(places: readonly TilePlace[]): void {
    // More than are kept would push each other out without end.
    this.#wanted = places.slice(0, MOST_TILES / 2);
    for (const place of this.#wanted) {
      this.#tiles.use(keyOf(place));
      this.#principals.use(place.principal);
      this.#resources.use(place.resource);
    }
    this.#askNext();
  }

  /** Asks again for what main could not answer. */
  retry(): void {
    this.#refused.clear();
    this.#askNext();
  }

  /** Nothing that comes from now on is of interest. */
  close(): void {
    this.#closed = true;
    this.#wanted = [];
  }

  tile(place: TilePlace): Tile | null {
    return this.#tiles.peek(keyOf(place))?.tile ?? null;
  }

  /** The cell of two lines; `null` while it has not come. */
  cell(principal: number, resource: number): number | null {
    const tile = this.tile({
      principal: Math.floor(principal / TILE),
      resource: Math.floor(resource / TILE),
    });
    return tile?.cells[(principal % TILE) * tile.width + (resource % TILE)] ?? null;
  }

  principal(line: number): PrincipalHead | null {
    return this.#principals.peek(Math.floor(line / TILE))?.[line % TILE] ?? null;
  }

  resource(line: number): ResourceHead | null {
    return this.#resources.peek(Math.floor(line / TILE))?.[line % TILE] ?? null;
  }

  #askNext(): void {
    if (this.#closed) return;
    for (const place of this.#wanted) {
      if (this.#asked.size >= MOST_ASKED) return;
      const key = keyOf(place);
      if (this.#asked.has(key) || this.#refused.has(key)) continue;
      if (this.#tiles.peek(key)?.source === this.#source) continue;
      this.#ask(place, key);
    }
  }

  #ask(place: TilePlace, key: number): void {
    const source = this.#source;
    this.#asked.add(key);
    source.ask(place).then(
      (answer) => {
        this.#asked.delete(key);
        if (this.#closed) return;
        this.#take(place, answer, source);
        this.#askNext();
      },
      (thrown: unknown) => {
        this.#asked.delete(key);
        if (this.#closed) return;
        // Of the same way of asking, so that a draft that went wrong does not block the next.
        if (source === this.#source) {
          this.#refused.add(key);
          this.#listener.failed(failureOf(thrown));
        }
        this.#askNext();
      },
    );
  }

  #take(place: TilePlace, answer: TileAnswer, source: TileSource): void {
    if (answer.fingerprint !== source.fingerprint) {
      this.#listener.outdated();
      return;
    }
    const tile = { cells: answer.cells, width: answer.resources.length };
    this.#tiles.put(keyOf(place), { tile, source });
    this.#principals.put(place.principal, answer.principals);
    this.#resources.put(place.resource, answer.resources);
    this.#listener.changed();
  }
}
