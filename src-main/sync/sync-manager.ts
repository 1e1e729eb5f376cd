import { type Failure, failureSchema } from '@contract/failure';
import type { Snapshot } from '@contract/snapshot';
import type { SyncProgress, SyncState } from '@contract/workspaces';
import { z } from 'zod';
import type { SegmentClient } from '../segment/client';
import { failureOf } from '../segment/segment-error';
import { NO_PROGRESS, type Progress } from './progress';
import { createSlots } from './slots';
import { type SyncInput, syncWorkspace } from './sync-workspace';

/** How a workspace is reached. */
export interface Connection {
  readonly client: SegmentClient;
  readonly extensions: boolean;
  /** The id that the workspace must have; left out where it is not known. */
  readonly workspaceId?: string;
}

/** What a manager works with. `Timer` is whatever `setTimer` answers. */
export interface SyncManagerOptions<Timer> {
  /** How to reach a workspace now, or why that cannot be (locked, sandbox stopped). */
  readonly connectionOf: (key: string) => Promise<Connection | Failure>;
  /** The latest snapshot, on which the next sync may build. */
  readonly baseOf: (key: string) => Snapshot | null;
  /** Takes a complete snapshot; the sync is over when it has. */
  readonly onSnapshot: (key: string, snapshot: Snapshot) => Promise<void>;
  readonly onState: (key: string, state: SyncState) => void;
  readonly onProgress: (progress: SyncProgress) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly setTimer: (task: () => void, ms: number) => Timer;
  readonly clearTimer: (timer: Timer) => void;
  /** The sync itself; another one in tests. */
  readonly sync?: (input: SyncInput) => Promise<Snapshot>;
}

/** Syncs workspaces by themselves and on demand. Nothing here throws. */
export interface SyncManager {
  /** Starts a sync, or lets the running one go on. `full` after one that is not follows it. */
  start(key: string, how?: { readonly full: boolean }): void;
  /** After a write: whatever a running sync has read already, another one follows it. */
  startAfterChange(key: string): void;
  /** Gives up the running sync at once: the workspace is again what it was before, and what was there stays. */
  cancel(key: string): void;
  /** Forgets the workspace: nothing of it is told any more. */
  stop(key: string): void;
  /** Forgets all: when what is known of the workspaces is locked away, or at the end. */
  stopAll(): void;
  /** Tries everything again that is offline. */
  networkMayBeBack(): void;
  /** What the workspace is doing, with the latest progress. */
  stateOf(key: string): SyncState;
}

/** Syncs that run at the same time. */
const PARALLEL = 2;
/** A workspace that is idle is looked at again after so long. */
const REFRESH_MS = 15 * 60 * 1000;
/** After a failure that is not the network's. */
const RETRY_MS = 10 * 60 * 1000;
/** Offline: first after 5 seconds, then twice as long each time, up to a minute. */
const FIRST_OFFLINE_MS = 5000;
const LONGEST_OFFLINE_MS = 60_000;

const isFailure = (answer: Connection | Failure): answer is Failure =>
  failureSchema.safeParse(answer).success;
const carriesFailure = z.object({ failure: failureSchema });

/** The failure of whatever was thrown: errors of the app carry theirs. */
function failureFrom(error: unknown): Failure {
  const carried = carriesFailure.safeParse(error);
  return carried.success ? carried.data.failure : failureOf(error);
}

/** One run; another one of the same workspace is another object. */
interface Run {
  readonly controller: AbortController;
  readonly full: boolean;
}

/** What is known of one workspace. */
interface Watched<Timer> {
  state: SyncState;
  /** What it came to last, to which a cancelled sync goes back: cancelling makes nothing reachable. */
  settled: Exclude<SyncState, { kind: 'running' }>;
  run: Run | null;
  timer: Timer | null;
  /** Reading everything from scratch was asked for and has not been done yet. */
  fullWanted: boolean;
  /** Something changed at the server while a sync was running: it may have been read before that. */
  againWanted: boolean;
  /** Since when it is offline (ISO 8601), also while it is being tried again; `null` while it is not. */
  offlineSince: string | null;
  /** The delay before the next try while offline, in milliseconds. */
  offlineDelay: number;
}

function notSynced<Timer>(): Watched<Timer> {
  return {
    state: { kind: 'idle' },
    settled: { kind: 'idle' },
    run: null,
    timer: null,
    fullWanted: false,
    againWanted: false,
    offlineSince: null,
    offlineDelay: FIRST_OFFLINE_MS,
  };
}

/** Makes a manager that does nothing before its first `start`. */
export function createSyncManager<Timer>(options: SyncManagerOptions<Timer>): SyncManager {
  const { now } = options;
  const sync = options.sync ?? syncWorkspace;
  const watched = new Map<string, Watched<Timer>>();
  const slots = createSlots(PARALLEL);

  const become = (key: string, workspace: Watched<Timer>, state: SyncState) => {
    workspace.state = state;
    if (state.kind !== 'running') workspace.settled = state;
    options.onState(key, state);
  };

  const clearTimer = (workspace: Watched<Timer>) => {
    if (workspace.timer !== null) options.clearTimer(workspace.timer);
    workspace.timer = null;
  };

  const beginLater = (key: string, workspace: Watched<Timer>, ms: number) => {
    clearTimer(workspace);
    workspace.timer = options.setTimer(() => {
      workspace.timer = null;
      begin(key, false, workspace.state.kind === 'offline');
    }, ms);
  };

  const finish = (key: string, workspace: Watched<Timer>, state: SyncState, nextMs: number) => {
    workspace.offlineSince = null;
    workspace.offlineDelay = FIRST_OFFLINE_MS;
    become(key, workspace, state);
    beginLater(key, workspace, nextMs);
  };

  const fail = (key: string, workspace: Watched<Timer>, failure: Failure) => {
    const at = new Date(now()).toISOString();
    if (failure.code !== 'offline') {
      finish(key, workspace, { kind: 'failed', at, failure }, RETRY_MS);
      return;
    }
    const since = workspace.offlineSince ?? at;
    workspace.offlineSince = since;
    become(key, workspace, { kind: 'offline', since, failure });
    beginLater(key, workspace, workspace.offlineDelay);
    workspace.offlineDelay = Math.min(workspace.offlineDelay * 2, LONGEST_OFFLINE_MS);
  };

  const showRunning = (key: string, workspace: Watched<Timer>) => {
    const progress = { key, ...NO_PROGRESS, collection: 'waiting for its turn' };
    become(key, workspace, { kind: 'running', progress });
  };

  /** Whether the run is still the one whose outcome counts. */
  const counts = (key: string, run: Run): boolean => watched.get(key)?.run === run;

  const tell = (key: string, workspace: Watched<Timer>, part: Progress) => {
    const progress = { key, ...part };
    if (workspace.state.kind === 'running') workspace.state = { kind: 'running', progress };
    // Offline until an answer comes, so that each vain try does not look like a sync.
    else if (part.requests > 0) become(key, workspace, { kind: 'running', progress });
    else return;
    options.onProgress(progress);
  };

  const perform = async (key: string, workspace: Watched<Timer>, run: Run): Promise<void> => {
    if (!counts(key, run)) return;
    const connection = await options.connectionOf(key);
    if (!counts(key, run)) return;
    if (isFailure(connection)) {
      fail(key, workspace, connection);
      return;
    }
    const snapshot = await sync({
      client: connection.client,
      extensions: connection.extensions,
      workspaceId: connection.workspaceId,
      base: options.baseOf(key),
      full: run.full,
      signal: run.controller.signal,
      now,
      onProgress: (progress) => {
        if (counts(key, run)) tell(key, workspace, progress);
      },
    });
    if (!counts(key, run)) return;
    await options.onSnapshot(key, snapshot);
    if (!counts(key, run)) return;
    if (run.full) workspace.fullWanted = false;
    finish(key, workspace, { kind: 'idle' }, REFRESH_MS);
  };

  const begin = (key: string, full: boolean, quiet: boolean) => {
    const workspace = watched.get(key) ?? notSynced<Timer>();
    watched.set(key, workspace);
    if (!quiet && workspace.state.kind !== 'running') showRunning(key, workspace);
    workspace.fullWanted ||= full;
    if (workspace.run !== null) return;
    clearTimer(workspace);
    const run: Run = { full: workspace.fullWanted, controller: new AbortController() };
    workspace.run = run;
    slots
      .take(key, () => perform(key, workspace, run))
      .catch((error: unknown) => {
        if (counts(key, run)) fail(key, workspace, failureFrom(error));
      })
      .finally(() => {
        if (!counts(key, run)) return;
        workspace.run = null;
        // It was asked for while another one was running; after a failure the next try is one.
        const { fullWanted, againWanted } = workspace;
        workspace.againWanted = false;
        if ((fullWanted || againWanted) && workspace.state.kind === 'idle') begin(key, fullWanted, false);
      });
  };

  const abandon = (workspace: Watched<Timer>) => {
    clearTimer(workspace);
    workspace.run?.controller.abort();
    workspace.run = null;
    workspace.fullWanted = false;
    workspace.againWanted = false;
  };

  const cancel = (key: string) => {
    const workspace = watched.get(key);
    if (workspace === undefined || workspace.run === null) return;
    abandon(workspace);
    const { settled } = workspace;
    if (settled.kind === 'offline') {
      become(key, workspace, settled);
      beginLater(key, workspace, workspace.offlineDelay);
    } else finish(key, workspace, settled, settled.kind === 'idle' ? REFRESH_MS : RETRY_MS);
  };

  const stop = (key: string) => {
    const workspace = watched.get(key);
    if (workspace !== undefined) abandon(workspace);
    watched.delete(key);
  };

  return {
    start: (key, how = { full: false }) => begin(key, how.full, false),
    startAfterChange: (key) => {
      const workspace = watched.get(key);
      if (workspace !== undefined && workspace.run !== null) workspace.againWanted = true;
      begin(key, false, false);
    },
    cancel,
    stop,
    stopAll: () => {
      for (const key of [...watched.keys()]) stop(key);
    },
    networkMayBeBack: () => {
      for (const [key, workspace] of watched) {
        if (workspace.state.kind !== 'offline' || workspace.run !== null) continue;
        workspace.offlineDelay = FIRST_OFFLINE_MS;
        begin(key, false, true);
      }
    },
    stateOf: (key) => watched.get(key)?.state ?? { kind: 'idle' },
  };
}
