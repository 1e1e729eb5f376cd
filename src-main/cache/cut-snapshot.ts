import type { Snapshot } from '@contract/snapshot';
import { LISTS, type ListName } from './manifest';

/** When a chunk is full: by entries, or by characters of JSON where entries are long. */
export interface ChunkLimits {
  readonly entries: number;
  readonly characters: number;
}

/** A chunk of a few thousand entities: its JSON takes a few milliseconds, so the event loop stays free. */
export const CHUNK_LIMITS: ChunkLimits = { entries: 3000, characters: 4 * 1024 * 1024 };

/**
 * Cuts the lists of a snapshot into chunks of JSON text, one at a time. Put
 * together in order they give the lists again; an entry is never cut.
 */
export function* cutSnapshot(snapshot: Snapshot, limits: ChunkLimits = CHUNK_LIMITS): Generator<string> {
  let parts: string[] = [];
  let entries: string[] = [];
  let taken = 0;
  let characters = 0;

  const closeList = (list: ListName) => {
    if (entries.length > 0) parts.push(`${JSON.stringify(list)}:[${entries.join(',')}]`);
    entries = [];
  };
  const closeChunk = () => {
    const text = `{${parts.join(',')}}`;
    parts = [];
    taken = 0;
    characters = 0;
    return text;
  };

  for (const list of LISTS) {
    for (const entry of snapshot[list]) {
      const text = JSON.stringify(entry);
      if (taken > 0 && (taken >= limits.entries || characters + text.length > limits.characters)) {
        closeList(list);
        yield closeChunk();
      }
      entries.push(text);
      taken += 1;
      characters += text.length;
    }
    closeList(list);
  }
  if (taken > 0) yield closeChunk();
}
