import type { MatrixView, PrincipalHead, ResourceHead } from '@contract/matrix';
import { type Axis, axesOf, linesAt } from './axes';
import { cellWords } from './cell-bits';
import {
  type HeadText,
  principalName,
  principalText,
  principalWords,
  resourceName,
  resourceText,
  resourceWords,
} from './head-words';
import type { GridPlace } from './matrix-look';
import type { TileStore } from './tile-store';

/** What stands at a place of the grid, of what has come. */
export type GridThing =
  | { kind: 'waiting' }
  | { kind: 'corner' }
  | { kind: 'principal'; line: number; head: PrincipalHead }
  | { kind: 'resource'; line: number; head: ResourceHead }
  | { kind: 'cell'; principal: PrincipalHead; resource: ResourceHead; word: number };

/** The opened view as a grid: which lines run where, and what stands at each place. */
export class GridModel {
  readonly view: MatrixView;
  readonly pivot: boolean;
  readonly tiles: TileStore;
  readonly rows: number;
  readonly columns: number;
  readonly #texts = new WeakMap<PrincipalHead | ResourceHead, HeadText>();

  constructor(
    view: MatrixView,
    pivot: boolean,
    tiles: TileStore,
    lines: { principals: number; resources: number },
  ) {
    this.view = view;
    this.pivot = pivot;
    this.tiles = tiles;
    const { down, across } = axesOf(pivot);
    this.rows = lines[down];
    this.columns = lines[across];
  }

  /** What stands at a place; -1 is a head. */
  at({ row, column }: GridPlace): GridThing {
    if (row < 0 && column < 0) return { kind: 'corner' };
    const { down, across } = axesOf(this.pivot);
    if (row < 0) return this.#headThing(across, column);
    if (column < 0) return this.#headThing(down, row);
    const at = linesAt(this.pivot, { row, column });
    const principal = this.tiles.principal(at.principal);
    const resource = this.tiles.resource(at.resource);
    const word = this.tiles.cell(at.principal, at.resource);
    if (principal === null || resource === null || word === null) return { kind: 'waiting' };
    return { kind: 'cell', principal, resource, word };
  }

  #headThing(axis: Axis, line: number): GridThing {
    if (axis === 'principals') {
      const head = this.tiles.principal(line);
      return head === null ? { kind: 'waiting' } : { kind: 'principal', line, head };
    }
    const head = this.tiles.resource(line);
    return head === null ? { kind: 'waiting' } : { kind: 'resource', line, head };
  }

  /** A head as it is drawn. */
  headText(axis: Axis, line: number): HeadText | null {
    const head = axis === 'principals' ? this.tiles.principal(line) : this.tiles.resource(line);
    if (head === null) return null;
    const known = this.#texts.get(head);
    if (known !== undefined) return known;
    const text =
      'email' in head ? principalText(head, this.view.principals) : resourceText(head, this.view.foldBy);
    this.#texts.set(head, text);
    return text;
  }

  /** A place in words, as it is read out: row, column, level. */
  words(place: GridPlace): string {
    const thing = this.at(place);
    switch (thing.kind) {
      case 'waiting':
        return 'loading';
      case 'corner':
        return this.pivot ? 'resources down, principals across' : 'principals down, resources across';
      case 'principal':
        return principalWords(thing.head, this.view.principals);
      case 'resource':
        return resourceWords(thing.head, this.view.foldBy, this.view.principals);
      case 'cell':
        return this.#cellWords(thing);
    }
  }

  #cellWords({ principal, resource, word }: Extract<GridThing, { kind: 'cell' }>): string {
    const who = this.shortName({ kind: 'principal', line: 0, head: principal });
    const what = this.shortName({ kind: 'resource', line: 0, head: resource });
    const ends = this.pivot ? [what, who] : [who, what];
    return [...ends, cellWords(word)].join(', ');
  }

  /** The name alone of a head. */
  shortName(thing: Extract<GridThing, { kind: 'principal' | 'resource' }>): string {
    return thing.kind === 'principal'
      ? principalName(thing.head, this.view.principals)
      : resourceName(thing.head, this.view.foldBy);
  }
}
