import type { SnapshotSummary, SyncProgress, WorkspaceView } from '@contract/workspaces';
import { CircleAlert, CloudDownload, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { call, failureOf } from '../../api/bridge';
import { startSandbox } from '../../app/actions';
import { notify } from '../../stores/notices';
import { useSandbox } from '../../stores/sandbox';
import { useSelectedWorkspace } from '../../stores/selected-workspace';
import { useSyncProgress } from '../../stores/sync';
import { progressWords } from '../../stores/sync-words';
import { Button } from '../Button';
import { EmptyState } from '../EmptyState';
import { ProgressBar } from '../ProgressBar';
import { counted } from './counts';
import styles from './read-workspace.module.css';

/**
 * Shows `children` once something of the workspace has been read, and before
 * that how the first reading stands. Changing the workspace begins anew.
 */
export function ReadWorkspace({
  title,
  children,
}: {
  title: string;
  children: (workspaceKey: string, snapshot: SnapshotSummary) => ReactNode;
}) {
  const workspace = useSelectedWorkspace();
  if (workspace.snapshot === null) {
    return (
      <section className={styles.pane} aria-label={title}>
        <NotReadYet workspace={workspace} />
      </section>
    );
  }
  return (
    <div key={workspace.key} className={styles.pane}>
      {children(workspace.key, workspace.snapshot)}
    </div>
  );
}

function NotReadYet({ workspace }: { workspace: WorkspaceView }) {
  const { name, sync } = workspace;
  switch (sync.kind) {
    case 'running':
      return <FirstReading workspace={workspace} />;
    case 'offline':
      return (
        <EmptyState
          icon={<WifiOff />}
          title={`${name} could not be reached`}
          actions={<ReadNow workspace={workspace} />}
        >
          Nothing of it has been read on this machine yet. Gatehouse goes on trying by itself.{' '}
          {sync.failure.message}
        </EmptyState>
      );
    case 'failed':
      return (
        <EmptyState
          icon={<CircleAlert />}
          title={`${name} could not be read`}
          actions={<ReadNow workspace={workspace} />}
        >
          {sync.failure.message}
        </EmptyState>
      );
    case 'idle':
      return (
        <EmptyState
          icon={<CloudDownload />}
          title={`Nothing of ${name} has been read yet`}
          actions={<ReadNow workspace={workspace} />}
        />
      );
  }
}

function FirstReading({ workspace }: { workspace: WorkspaceView }) {
  const progress = useSyncProgress(workspace);
  const known = progress !== null && progress.total !== null && progress.total > 0;
  return (
    <EmptyState icon={<CloudDownload />} title={`Reading ${workspace.name} for the first time`}>
      <div className={styles.progress}>
        <ProgressBar
          label={`Reading ${workspace.name}`}
          value={known && progress.total !== null ? progress.done / progress.total : null}
          paused={progress !== null && progress.waitingUntil !== null}
        />
        <span>{progress === null ? 'connecting' : wordsOf(progress)}</span>
      </div>
    </EmptyState>
  );
}

/** How far it is, and how often a rate limit made it wait. */
function wordsOf(progress: SyncProgress): string {
  const waits = progress.rateLimitWaits;
  if (waits === 0) return progressWords(progress);
  return `${progressWords(progress)} · waited ${counted(waits, 'time')} for Segment’s rate limit`;
}

function ReadNow({ workspace }: { workspace: WorkspaceView }) {
  const sandbox = useSandbox();
  const start = () => {
    call('sync.start', { key: workspace.key, full: false }).catch((thrown: unknown) =>
      notify('error', failureOf(thrown).message),
    );
  };
  if (workspace.endpoint.kind === 'sandbox' && sandbox.kind === 'stopped') {
    return <Button onClick={() => void startSandbox()}>Start the sandbox</Button>;
  }
  return <Button onClick={start}>Read it now</Button>;
}
