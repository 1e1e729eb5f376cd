import type { Restored } from '@contract/cache';
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
  /** Snapshots that main could not open: they stay until there is a new one, but do not count as one of the two. */
  readonly #useless = new Set<string>();
  /** Snapshots that a newer Gatehouse wrote: they stay for it. */
  readonly #untouchable = new Set<string>();

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
        // Locked in between: unlocking begins anew.
        if (isLocked(thrown)) return;
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
        await this.#shelf.put(snapshot, { useless: this.#useless, untouchable: this.#untouchable });
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
      switch (await this.#handOver(copy)) {
        case 'opened':
          return;
        case 'damaged':
        case 'older':
          this.#useless.add(copy.id);
          break;
        case 'newer':
          this.#untouchable.add(copy.id);
          break;
        case 'notConnected':
          return this.#orTell(() => this.#shelf.dropWorkspaces([copy.key]));
      }
    }
  }

  /** What main makes of a copy. One that cannot be read from the disk, or not be handed over, counts as damaged. */
  async #handOver(copy: SnapshotRow): Promise<Restored['kind']> {
    try {
      return (await call('cache.restore', await this.#shelf.read(copy))).kind;
    } catch (thrown) {
      if (isLocked(thrown)) throw thrown;
      this.#around.tell('warning', wordsOf(thrown));
      return 'damaged';
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

function isLocked(thrown: unknown): boolean {
  return thrown instanceof BridgeFailure && thrown.code === 'locked';
}

function wordsOf(thrown: unknown): string {
  return thrown instanceof BridgeFailure ? thrown.message : CacheProblem.from(thrown).message;
}
