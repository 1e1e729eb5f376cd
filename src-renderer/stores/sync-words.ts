import type { SyncProgress, WorkspaceView } from '@contract/workspaces';

/** What is being read. Main names the collection in words. */
export function collectionWords({ collection }: SyncProgress): string {
  if (collection === '') return 'connecting';
  return collection === 'its turn' ? 'waiting for its turn' : collection;
}

/** How far the list at hand has been read: `120 of 203`, `120`, or nothing yet. */
export function amountWords({ done, total }: SyncProgress): string {
  if (total !== null) return `${amount(done)} of ${amount(total)}`;
  return done === 0 ? '' : amount(done);
}

/** How far a sync is: `members 120 of 203`. */
export function progressWords(progress: SyncProgress): string {
  return [collectionWords(progress), amountWords(progress)].join(' ').trim();
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
