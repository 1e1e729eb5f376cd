import type { SealedSnapshot } from '@contract/cache';
import { Dexie, type Table } from 'dexie';
import { CacheProblem } from './cache-problem';

/** The schema of the cache. Raise it with every change, with an upgrade and a test named after the version. */
export const CACHE_VERSION = 1;

/** Dexie multiplies its versions by ten for IndexedDB. */
const NATIVE_STEP = 10;

/** How long an upgrade may wait for another window that holds the cache open. */
const BLOCKED_MS = 3000;

/** One complete snapshot of one workspace. `id` and `key` are random and say nothing. */
export interface SnapshotRow {
  id: string;
  /** The workspace. */
  key: string;
  /** Epoch ms: the newer of two wins. */
  completedAt: number;
  /** How many chunks belong to it. */
  chunks: number;
}

/** A part of a snapshot, sealed by main: nothing in here can be read without the key that main keeps. */
export interface ChunkRow {
  id: string;
  index: number;
  bytes: SealedSnapshot['chunks'][number];
}

/** The tables of the cache. Only what can be read again from Segment is kept here, and never a token or a name. */
export class CacheDatabase extends Dexie {
  declare readonly snapshots: Table<SnapshotRow, string>;
  declare readonly chunks: Table<ChunkRow, [string, number]>;

  constructor(name: string) {
    super(name, { chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
    this.version(CACHE_VERSION).stores({ snapshots: 'id, key', chunks: '[id+index]' });
  }
}

/**
 * Opens the cache. A database of a newer Gatehouse is refused and left as it is
 * (Dexie alone would open it), and one that another window blocks is given up.
 */
export async function openCache(name: string): Promise<CacheDatabase> {
  await refuseNewer(name);
  const database = new CacheDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    database.on('blocked', () => {
      timer ??= setTimeout(() => reject(new CacheProblem('blocked')), BLOCKED_MS);
    });
  });
  try {
    await Promise.race([database.open(), blocked]);
    return database;
  } catch (thrown) {
    database.close();
    throw CacheProblem.from(thrown);
  } finally {
    clearTimeout(timer);
  }
}

async function refuseNewer(name: string): Promise<void> {
  const there = await indexedDB.databases();
  const version = there.find((each) => each.name === name)?.version ?? 0;
  if (version >= (CACHE_VERSION + 1) * NATIVE_STEP) throw new CacheProblem('newer');
}
