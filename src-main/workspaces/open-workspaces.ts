import type { Restored, SealedSnapshot } from '@contract/cache';
import type { Snapshot } from '@contract/snapshot';
import type { SyncState, WorkspaceView } from '@contract/workspaces';
import type { OpenedSnapshot } from '../cache/open-snapshot';
import { createListIndex, type ListIndex } from '../lists/list-index';
import type { SnapshotCounts } from '../lists/reach-counts';
import { Failed } from '../storage/failed';
import type { ConnectedWorkspace } from './connected-workspace';
import { type LiveState, summaryOf, viewOf } from './workspace-view';

/** Opens sealed chunks of the cache. */
export type SnapshotOpener = (sealed: SealedSnapshot) => Promise<OpenedSnapshot>;

/** What one connected workspace holds in memory in this run. */
interface Open {
  snapshot: Snapshot;
  index: ListIndex;
}

/**
 * The connected workspaces with their latest snapshot and what they are doing.
 * It holds state and tells `onChange`; whoever syncs or opens caches calls it.
 */
export interface OpenWorkspaces {
  views(): WorkspaceView[];
  view(key: string): WorkspaceView;
  snapshotOf(key: string): Snapshot | null;
  /** @throws Failed `notFound` while nothing of the workspace was read yet */
  indexOf(key: string): ListIndex;
  /** Every workspace that has been read, in the order of the rail. */
  indexes(): { key: string; workspaceName: string; index: ListIndex }[];
  /** Puts what was counted into the lists of the snapshot with this fingerprint, if it is still the one. */
  setCounts(key: string, fingerprint: string, counts: SnapshotCounts): void;
  setSync(key: string, state: SyncState): void;
  /** Takes the snapshot that a sync completed. */
  accept(key: string, snapshot: Snapshot): void;
  /** Opens a cached snapshot; a newer one that is there already stays. The reason when it cannot be opened. */
  restore(sealed: SealedSnapshot): Promise<Restored>;
  /** Drops what is in memory: of one workspace, or of all when the vault locks. */
  forget(key?: string): void;
}

/**
 * `connected` lists the registry in order; `open` opens sealed chunks; `onChange` hears of every
 * change, and `onSnapshot` of every snapshot that is held from now on.
 */
export function createOpenWorkspaces(
  connected: () => ConnectedWorkspace[],
  open: SnapshotOpener,
  onChange: () => void,
  onSnapshot: (key: string, snapshot: Snapshot) => void = () => undefined,
): OpenWorkspaces {
  const opened = new Map<string, Open>();
  const live = new Map<string, LiveState>();

  const stateOf = (key: string): LiveState =>
    live.get(key) ?? { sync: { kind: 'idle' }, cache: { kind: 'none' }, summary: null };

  const change = (key: string, next: Partial<LiveState>) => {
    live.set(key, { ...stateOf(key), ...next });
    onChange();
  };

  const hold = (key: string, snapshot: Snapshot, fromCache: boolean) => {
    opened.set(key, { snapshot, index: createListIndex(snapshot) });
    onSnapshot(key, snapshot);
    return summaryOf(snapshot, fromCache);
  };

  const isConnected = (key: string) => connected().some((workspace) => workspace.key === key);

  const find = (key: string): ConnectedWorkspace => {
    const found = connected().find((workspace) => workspace.key === key);
    if (found === undefined) throw new Failed('notFound', 'This workspace is not connected any more.');
    return found;
  };

  return {
    views: () => connected().map((workspace) => viewOf(workspace, stateOf(workspace.key))),
    view: (key) => viewOf(find(key), stateOf(key)),
    snapshotOf: (key) => opened.get(key)?.snapshot ?? null,
    indexOf: (key) => {
      find(key);
      const found = opened.get(key);
      if (found === undefined) throw new Failed('notFound', 'Nothing of this workspace has been read yet.');
      return found.index;
    },
    indexes: () =>
      connected().flatMap(({ key, name }) => {
        const found = opened.get(key);
        return found === undefined ? [] : [{ key, workspaceName: name, index: found.index }];
      }),
    setCounts: (key, fingerprint, counts) => {
      const found = opened.get(key);
      // The lists of snapshots with one fingerprint are in one order.
      if (found?.snapshot.fingerprint === fingerprint) found.index.counts.put(counts);
    },
    setSync: (key, sync) => {
      if (isConnected(key)) change(key, { sync });
    },
    accept: (key, snapshot) => {
      if (isConnected(key)) change(key, { summary: hold(key, snapshot, false) });
    },
    restore: async (sealed) => {
      const { key } = sealed;
      if (!isConnected(key)) return { opened: false, kind: 'notConnected', reason: null };
      const outcome = await open(sealed);
      if (!isConnected(key)) return { opened: false, kind: 'notConnected', reason: null };
      if (outcome.kind !== 'opened') {
        if (!opened.has(key)) change(key, { cache: { kind: 'damaged', reason: outcome.reason } });
        return { opened: false, kind: outcome.kind, reason: outcome.reason };
      }
      const { snapshot } = outcome;
      const present = opened.get(key);
      if (present === undefined || present.snapshot.completedAt < snapshot.completedAt) {
        change(key, { summary: hold(key, snapshot, true), cache: { kind: 'loaded' } });
      }
      return { opened: true, kind: 'opened', reason: null };
    },
    forget: (key) => {
      if (key === undefined) {
        opened.clear();
        live.clear();
      } else {
        opened.delete(key);
        live.delete(key);
      }
      onChange();
    },
  };
}
