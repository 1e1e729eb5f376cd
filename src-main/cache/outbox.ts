import type { SealedSnapshot } from '@contract/cache';
import type { Snapshot } from '@contract/snapshot';
import { Failed } from '../storage/failed';

/**
 * Sealed snapshots on their way to the window: main seals and announces, the
 * window takes the chunks and says when they are written.
 */
export interface CacheOutbox {
  /** Seals a snapshot and announces it. A newer one of the same workspace replaces one that still waits. */
  put(key: string, snapshot: Snapshot): Promise<void>;
  /** @throws Failed `notFound` when it does not wait any more */
  take(key: string, id: string): SealedSnapshot;
  /** The window has written it, or gave up: the bytes are not needed any more. */
  stored(key: string, id: string): void;
  /** Announces again what waits: for a page that may have missed it. */
  announceAgain(): void;
  /** Drops what waits: of one workspace, or all. */
  forget(key?: string): void;
}

/**
 * `keepsOnDisk` is false while nothing may be kept: then nothing is sealed.
 * `seal` and `announce` are the vault's and the bridge's.
 */
export function createCacheOutbox(
  keepsOnDisk: () => boolean,
  seal: (key: string, snapshot: Snapshot) => Promise<SealedSnapshot>,
  announce: (waiting: { key: string; id: string }) => void,
): CacheOutbox {
  const waiting = new Map<string, SealedSnapshot>();
  const latest = new Map<string, Snapshot>();

  return {
    put: async (key, snapshot) => {
      if (!keepsOnDisk()) return;
      latest.set(key, snapshot);
      const sealed = await seal(key, snapshot);
      if (latest.get(key) !== snapshot || !keepsOnDisk()) return;
      waiting.set(key, sealed);
      announce({ key, id: sealed.id });
    },
    take: (key, id) => {
      const sealed = waiting.get(key);
      if (sealed === undefined || sealed.id !== id) {
        throw new Failed('notFound', 'A newer copy of this workspace is on its way.');
      }
      return sealed;
    },
    stored: (key, id) => {
      if (waiting.get(key)?.id === id) waiting.delete(key);
    },
    announceAgain: () => {
      for (const { key, id } of waiting.values()) announce({ key, id });
    },
    forget: (key) => {
      if (key === undefined) {
        waiting.clear();
        latest.clear();
      } else {
        waiting.delete(key);
        latest.delete(key);
      }
    },
  };
}
