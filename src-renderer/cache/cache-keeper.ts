import type { FailureCode } from '@contract/failure';
import PQueue from 'p-queue';
import { BridgeFailure, call } from '../api/bridge';
import { CacheProblem } from './cache-problem';
import type { SnapshotRow } from './database';
import type { SnapshotShelf } from './snapshot-shelf';

/** What the keeper needs of the window. */
export interface CacheSurroundings {
  /** Tells the admin what went wrong, in words. */
  tell: (level: 'warning' | 'error', message: string) => void;
  /** The name of a workspace for such words; `null` when it is gone. */
  nameOf: (key: string) => string | null;
}

const NOTHING_TO_KEEP = new Set<FailureCode>(['notFound', 'conflict', 'locked', 'cancelled']);

/**
 * Carries sealed snapshots between main and IndexedDB, one thing at a time, so
 * that a workspace that is removed while its snapshot is being written leaves
 * nothing behind.
 */
export class CacheKeeper {
  readonly #shelf: SnapshotShelf;
  readonly #around: CacheSurroundings;
  readonly #queue = new PQueue({ concurrency: 1 });
  /** Snapshots that main could not open: they no longer count as one of the two kept. */
  readonly #unreadable = new Set<string>();

  constructor(shelf: SnapshotShelf, around: CacheSurroundings) {
    this.#shelf = shelf;
    this.#around = around;
  }

  /**
   * Hands over the copies to main, the newest of each workspace first and the
   * one before when that is damaged, beginning with `first`; then says that this
   * was all. It says so after any failure too: else nothing would ever sync.
   */
  restore(first: string | null): Promise<void> {
    return this.#queue.add(async () => {
      try {
        for (const copies of copiesByWorkspace(await this.#shelf.contents(), first)) {
          await this.#restoreOne(copies);
        }
      } catch (thrown) {
        this.#around.tell('warning', wordsOf(thrown));
      }
      await call('cache.restored').catch((thrown: unknown) => this.#around.tell('error', wordsOf(thrown)));
    });
  }

  /** Takes the snapshot that main announced and says whether it was kept. */
  keep(key: string, id: string): Promise<void> {
    return this.#queue.add(async () => {
      let problem: string | null = null;
      try {
        const snapshot = await call('cache.take', { key, id });
        await this.#shelf.put(snapshot, this.#unreadable);
      } catch (thrown) {
        // Main has a newer one by now, or the workspace is gone: there is nothing to keep and nothing to say.
        if (thrown instanceof BridgeFailure && NOTHING_TO_KEEP.has(thrown.code)) return;
        problem = wordsOf(thrown);
        const name = this.#around.nameOf(key);
        this.#around.tell('warning', name === null ? problem : `${name}: ${problem}`);
      }
      await call('cache.stored', { key, id, problem }).catch(() => undefined);
    });
  }

  /** Drops the copies of workspaces that were removed. */
  drop(keys: readonly string[]): Promise<void> {
    return this.#queue.add(() => this.#orTell(() => this.#shelf.dropWorkspaces(keys)));
  }

  /** Drops all copies: nothing shall be on disk (any more). */
  clear(): Promise<void> {
    return this.#queue.add(() => this.#orTell(() => this.#shelf.clear()));
  }

  async #restoreOne(copies: readonly SnapshotRow[]): Promise<void> {
    for (const copy of copies) {
      try {
        const { opened } = await call('cache.restore', await this.#shelf.read(copy));
        if (opened) return;
        this.#unreadable.add(copy.id);
      } catch (thrown) {
        if (!(thrown instanceof BridgeFailure)) throw thrown;
        if (thrown.code === 'notFound') return this.#shelf.dropWorkspaces([copy.key]);
        // Locked in between, or not taken: the bytes stay for the next start, and nothing is concluded from it.
        if (thrown.code !== 'badInput') return;
        this.#unreadable.add(copy.id);
      }
    }
  }

  async #orTell(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (thrown) {
      this.#around.tell('warning', wordsOf(thrown));
    }
  }
}

function copiesByWorkspace(rows: readonly SnapshotRow[], first: string | null): SnapshotRow[][] {
  const byKey = new Map<string, SnapshotRow[]>();
  for (const row of rows) byKey.set(row.key, [...(byKey.get(row.key) ?? []), row]);
  const ahead = first === null ? undefined : byKey.get(first);
  if (first !== null) byKey.delete(first);
  return ahead === undefined ? [...byKey.values()] : [ahead, ...byKey.values()];
}

function wordsOf(thrown: unknown): string {
  return thrown instanceof BridgeFailure ? thrown.message : CacheProblem.from(thrown).message;
}
