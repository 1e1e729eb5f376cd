import type { GridGeometry } from './geometry';
import type { Sight } from './scene';

/** A rectangle of the canvas in CSS px. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What a frame has shown. */
export interface Seen {
  sight: Sight;
  geometry: GridGeometry;
  offset: { x: number; y: number };
  /** Where the cursor is. */
  cursor: Box;
}

/**
 * Where the grid writes what each frame shows, and where cells say that they
 * have come: read without drawing React anew while scrolling.
 */
export class SightBoard {
  #latest: Seen | null = null;
  readonly #watchers = new Set<(seen: Seen) => void>();
  readonly #changed = new Set<() => void>();

  latest(): Seen | null {
    return this.#latest;
  }

  /** A frame was drawn. */
  put(seen: Seen): void {
    this.#latest = seen;
    for (const watcher of this.#watchers) watcher(seen);
  }

  /** Hears of every frame, at once of the latest. The answer stops it. */
  watch(watcher: (seen: Seen) => void): () => void {
    this.#watchers.add(watcher);
    if (this.#latest !== null) watcher(this.#latest);
    return () => {
      this.#watchers.delete(watcher);
    };
  }

  /** Cells or heads have come. */
  cellsCame(): void {
    for (const changed of this.#changed) changed();
  }

  /** Hears that cells have come. The answer stops it. */
  onCells(changed: () => void): () => void {
    this.#changed.add(changed);
    return () => {
      this.#changed.delete(changed);
    };
  }
}
