import type { SealedSnapshot } from '@contract/cache';
import { Dexie } from 'dexie';
import { CacheProblem } from './cache-problem';
import { type CacheDatabase, openCache, type SnapshotRow } from './database';

/** How many complete snapshots of one workspace are kept: the latest and the one before. */
export const KEPT = 2;

/** The name of the database in IndexedDB. */
export const CACHE_NAME = 'gatehouse-cache';

/** Snapshots that do not count as one of the kept ones. */
export interface Exceptions {
  useless: ReadonlySet<string>;
  untouchable: ReadonlySet<string>;
}

const NO_EXCEPTIONS: Exceptions = { useless: new Set(), untouchable: new Set() };

/**
 * Where the sealed snapshots lie. Every writing is one transaction: a snapshot
 * is there whole or not at all. When the database was closed or deleted under
 * the app it is opened again, once for each call. Rejects with {@link CacheProblem}.
 */
export class SnapshotShelf {
  readonly #name: string;
  #open: Promise<CacheDatabase> | null = null;

  constructor(name: string = CACHE_NAME) {
    this.#name = name;
  }

  /** The snapshots of all workspaces, without their bytes, newest first. */
  async contents(): Promise<SnapshotRow[]> {
    const rows = await this.#attempt((database) => database.snapshots.toArray());
    return rows.sort((one, other) => other.completedAt - one.completedAt);
  }

  /** The bytes of a snapshot. Chunks that are missing on disk are missing here too: main tells that it is damaged. */
  async read({ id, key, completedAt }: SnapshotRow): Promise<SealedSnapshot> {
    const rows = await this.#attempt((database) => chunksOf(database, id).toArray());
    const chunks = rows.map(({ bytes }) => (bytes instanceof Uint8Array ? bytes : new Uint8Array()));
    return { key, id, completedAt, chunks: chunks.length === 0 ? [new Uint8Array()] : chunks };
  }

  /**
   * Puts a snapshot and, in the same transaction, drops all of its workspace
   * but the latest two. Ids in `useless` go, those in `untouchable` stay beside the two.
   */
  async put(snapshot: SealedSnapshot, { useless, untouchable }: Exceptions = NO_EXCEPTIONS): Promise<void> {
    const { id, key, completedAt, chunks } = snapshot;
    await this.#attempt((database) =>
      database.transaction('rw', database.snapshots, database.chunks, async () => {
        await dropSnapshots(database, [id]);
        await database.snapshots.put({ id, key, completedAt, chunks: chunks.length });
        await database.chunks.bulkPut(chunks.map((bytes, index) => ({ id, index, bytes })));
        const all = await database.snapshots.where('key').equals(key).toArray();
        const ours = all.filter((row) => !untouchable.has(row.id));
        const ranked = ours
          .filter((row) => !useless.has(row.id))
          .sort((one, other) => other.completedAt - one.completedAt);
        const kept = new Set(ranked.slice(0, KEPT).map((row) => row.id));
        await dropSnapshots(
          database,
          ours.map((row) => row.id).filter((each) => !kept.has(each)),
        );
      }),
    );
  }

  /** Drops everything of these workspaces. */
  async dropWorkspaces(keys: readonly string[]): Promise<void> {
    await this.#attempt((database) =>
      database.transaction('rw', database.snapshots, database.chunks, async () => {
        const rows = await database.snapshots
          .where('key')
          .anyOf([...keys])
          .toArray();
        await dropSnapshots(
          database,
          rows.map((row) => row.id),
        );
      }),
    );
  }

  /** Drops everything of all workspaces. */
  async clear(): Promise<void> {
    await this.#attempt((database) =>
      database.transaction('rw', database.snapshots, database.chunks, async () => {
        await database.snapshots.clear();
        await database.chunks.clear();
      }),
    );
  }

  /** Closes the database; the next call opens it again. */
  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open === null) return;
    const database = await open.catch(() => null);
    database?.close();
  }

  async #attempt<Result>(work: (database: CacheDatabase) => PromiseLike<Result>): Promise<Result> {
    try {
      return await work(await this.#database());
    } catch (thrown) {
      const problem = CacheProblem.from(thrown);
      if (problem.kind !== 'closed') throw problem;
    }
    await this.close();
    try {
      return await work(await this.#database());
    } catch (thrown) {
      throw CacheProblem.from(thrown);
    }
  }

  #database(): Promise<CacheDatabase> {
    const opening = this.#open ?? openCache(this.#name);
    this.#open = opening;
    opening.catch(() => {
      if (this.#open === opening) this.#open = null;
    });
    return opening;
  }
}

function chunksOf(database: CacheDatabase, id: string) {
  return database.chunks.where('[id+index]').between([id, Dexie.minKey], [id, Dexie.maxKey]);
}

async function dropSnapshots(database: CacheDatabase, ids: readonly string[]): Promise<void> {
  for (const id of ids) await chunksOf(database, id).delete();
  await database.snapshots.bulkDelete([...ids]);
}
