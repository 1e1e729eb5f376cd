import type { SyncProgress, WorkspaceView } from '@contract/workspaces';

/** What is being read. Main names the collection in words. */
export function collectionWords({ collection }: SyncProgress): string {
  if (collection === '') return 'connecting';
  return collection;
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

/** The same as a sentence: `Reading members 120 of 203`, or what it does before it reads. */
export function readingWords(progress: SyncProgress): string {
  const words = progressWords(progress);
  const waits = /^(connecting|waiting)/.test(words);
  return waits ? words.charAt(0).toUpperCase() + words.slice(1) : `Reading ${words}`;
}

function amount(value: number): string {
  return value.toLocaleString('en');
}

/**
 * Makes what tells the news of each list of workspaces that arrives: syncs that
 * began, ended, failed or lost the network. The snapshot of a sync arrives
 * before the sync ends, so what it ends with is held against what it began with.
 */
export function createSyncNews(
  first: readonly WorkspaceView[],
): (after: readonly WorkspaceView[]) => string[] {
  let before = first;
  const begunWith = new Map<string, string | undefined>();
  return (after) => {
    const news = after.flatMap((workspace) => {
      const { key, sync, snapshot } = workspace;
      const old = before.find((each) => each.key === key);
      if (old === undefined || old.sync.kind === sync.kind) return [];
      if (sync.kind === 'running') begunWith.set(key, snapshot?.completedAt);
      const said = newsOf(
        old,
        workspace,
        begunWith.has(key) ? begunWith.get(key) : old.snapshot?.completedAt,
      );
      return said === null ? [] : [said];
    });
    before = after;
    return news;
  };
}

/** `begunWith` is when the snapshot was completed that the sync began with. */
function newsOf(
  old: WorkspaceView,
  { name, sync, snapshot }: WorkspaceView,
  begunWith: string | undefined,
): string | null {
  switch (sync.kind) {
    case 'running':
      return `Syncing ${name}.`;
    case 'idle':
      if (old.sync.kind !== 'running') return null;
      return begunWith === snapshot?.completedAt
        ? `The sync of ${name} was cancelled.`
        : `${name} is up to date.`;
    case 'offline':
      return `${name} could not be reached. ${sync.failure.message}`;
    case 'failed':
      return `The sync of ${name} failed. ${sync.failure.message}`;
  }
}
