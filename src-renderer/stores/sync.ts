import type { SyncProgress, WorkspaceView } from '@contract/workspaces';
import { create } from 'zustand';

/** The latest word on each running sync, by workspace key. It comes more often than the list of workspaces. */
export const useSyncStore = create<{ progress: Record<string, SyncProgress> }>()(() => ({ progress: {} }));

export function receiveProgress(progress: SyncProgress): void {
  useSyncStore.setState((state) => ({ progress: { ...state.progress, [progress.key]: progress } }));
}

/** Drops the progress of all whose sync does not run (any more), and of those that are gone. */
export function keepProgressOf(list: readonly WorkspaceView[]): void {
  const running = new Set(list.filter(({ sync }) => sync.kind === 'running').map(({ key }) => key));
  useSyncStore.setState(({ progress }) => ({
    progress: Object.fromEntries(Object.entries(progress).filter(([key]) => running.has(key))),
  }));
}

/** How far the sync of this workspace has come; `null` when none runs. */
export function useSyncProgress(workspace: WorkspaceView): SyncProgress | null {
  const heard = useSyncStore(({ progress }) => progress[workspace.key]);
  if (workspace.sync.kind !== 'running') return null;
  const told = workspace.sync.progress;
  return heard === undefined || heard.requests < told.requests ? told : heard;
}
