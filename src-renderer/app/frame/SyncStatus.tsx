import type { WorkspaceView } from '@contract/workspaces';
import { RefreshCw, X } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { ProgressBar } from '../../components/ProgressBar';
import { RelativeTime } from '../../components/RelativeTime';
import { timeOfDay } from '../../components/relative-time';
import { StateDot } from '../../components/StateDot';
import { useNow } from '../../components/use-now';
import { useSecondsUntil } from '../../components/use-seconds-until';
import { useSyncProgress } from '../../stores/sync';
import { amountWords, collectionWords, progressWords } from '../../stores/sync-words';
import { standingOf } from '../../stores/workspace-state';
import { cancelSync, startSync } from '../actions';
import styles from './SyncStatus.module.css';

/** How the data of a workspace stands, and what can be done about it. */
export function SyncStatus({ workspace }: { workspace: WorkspaceView }) {
  if (workspace.sync.kind === 'running') return <Running workspace={workspace} />;
  return (
    <div className={styles.status}>
      <Standing workspace={workspace} />
      <IconButton label="Sync now" onClick={() => void startSync(workspace.key, false)}>
        <RefreshCw />
      </IconButton>
    </div>
  );
}

/** The standing of a workspace that is not syncing, in a few words. */
export function Standing({ workspace }: { workspace: WorkspaceView }) {
  const now = useNow();
  const { sync, snapshot } = workspace;
  const standing = standingOf(workspace, now);
  return (
    <span className={styles.standing} data-standing={standing}>
      <StateDot state={standing} label={null} />
      <span className={styles.words}>
        {sync.kind === 'offline' ? `offline since ${timeOfDay(Date.parse(sync.since), now)}` : null}
        {sync.kind === 'failed' ? 'sync failed' : null}
        {sync.kind === 'idle' && snapshot === null ? 'not read yet' : null}
        {sync.kind === 'idle' && snapshot !== null ? (
          <>
            {standing === 'stale' ? 'copy from ' : 'read '}
            <RelativeTime at={snapshot.completedAt} />
          </>
        ) : null}
      </span>
    </span>
  );
}

function Running({ workspace }: { workspace: WorkspaceView }) {
  const progress = useSyncProgress(workspace);
  const waiting = useSecondsUntil(progress?.waitingUntil ?? null);
  if (progress === null) return null;
  const { done, total } = progress;
  const words = waiting > 0 ? `rate limit, going on in ${waiting} s` : progressWords(progress);
  return (
    <div className={styles.status}>
      <div className={styles.running}>
        <span className={styles.line} title={waitsTitle(progress.rateLimitWaits, progress.requests)}>
          <span className={styles.words}>{waiting > 0 ? words : collectionWords(progress)}</span>
          {waiting > 0 ? null : <span>{amountWords(progress)}</span>}
        </span>
        <ProgressBar
          value={total === null || total === 0 ? null : done / total}
          label={`Syncing ${workspace.name}: ${words}`}
          paused={waiting > 0}
        />
      </div>
      <IconButton label="Cancel the sync" onClick={() => void cancelSync(workspace.key)}>
        <X />
      </IconButton>
    </div>
  );
}

function waitsTitle(waits: number, requests: number): string {
  const asked = `${requests.toLocaleString('en')} requests answered so far.`;
  if (waits === 0) return asked;
  return `${asked} Segment’s rate limit made it wait ${waits === 1 ? 'once' : `${waits} times`}.`;
}
