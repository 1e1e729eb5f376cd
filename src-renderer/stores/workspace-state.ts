import type { WorkspaceView } from '@contract/workspaces';

/** How the data of a workspace stands, in one word: for its dot and its words. */
export type WorkspaceStanding = 'fresh' | 'stale' | 'offline' | 'failed' | 'syncing' | 'empty';

/** A copy older than this counts as old: a working day and a night. */
export const STALE_AFTER_MS = 24 * 60 * 60 * 1000;

/** The standing of a workspace at the time `now` (epoch ms). What it is doing comes before how old its copy is. */
export function standingOf({ sync, snapshot }: WorkspaceView, now: number): WorkspaceStanding {
  switch (sync.kind) {
    case 'running':
      return 'syncing';
    case 'offline':
      return 'offline';
    case 'failed':
      return 'failed';
    case 'idle':
      if (snapshot === null) return 'empty';
      return snapshot.fromCache || now - Date.parse(snapshot.completedAt) > STALE_AFTER_MS
        ? 'stale'
        : 'fresh';
  }
}
