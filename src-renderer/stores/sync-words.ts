import type { SyncProgress, WorkspaceView } from '@contract/workspaces';

/** How far a sync is: `members 120 of 203`. Main names the collection in words. */
export function progressWords({ collection, done, total }: SyncProgress): string {
  if (collection === '') return 'connecting';
  if (collection === 'its turn') return 'waiting for its turn';
  if (total === null) return done === 0 ? collection : `${collection} ${amount(done)}`;
  return `${collection} ${amount(done)} of ${amount(total)}`;
}

function amount(value: number): string {
  return value.toLocaleString('en');
}

/** What to read out when the list of workspaces changed: syncs that began, ended, failed or lost the network. */
export function syncNews(before: readonly WorkspaceView[], after: readonly WorkspaceView[]): string[] {
  return after.flatMap((workspace) => {
    const old = before.find(({ key }) => key === workspace.key);
    if (old === undefined || old.sync.kind === workspace.sync.kind) return [];
    const news = newsOf(old, workspace);
    return news === null ? [] : [news];
  });
}

function newsOf(old: WorkspaceView, { name, sync, snapshot }: WorkspaceView): string | null {
  switch (sync.kind) {
    case 'running':
      return `Syncing ${name}.`;
    case 'idle':
      if (old.sync.kind !== 'running') return null;
      return old.snapshot?.completedAt === snapshot?.completedAt
        ? `The sync of ${name} was cancelled.`
        : `${name} is up to date.`;
    case 'offline':
      return `${name} could not be reached. ${sync.failure.message}`;
    case 'failed':
      return `The sync of ${name} failed. ${sync.failure.message}`;
  }
}
