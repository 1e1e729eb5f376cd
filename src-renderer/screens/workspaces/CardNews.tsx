import type { WorkspaceView } from '@contract/workspaces';
import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { Notice, type NoticeTone } from '../../components/Notice';
import { ProgressBar } from '../../components/ProgressBar';
import { useSecondsUntil } from '../../components/use-seconds-until';
import { openDialog } from '../../stores/dialogs';
import { useSyncProgress } from '../../stores/sync';
import { readingWords } from '../../stores/sync-words';
import styles from './CardNews.module.css';

/** What a workspace is doing, or what went wrong; nothing when it is at rest. */
export function CardNews({ workspace }: { workspace: WorkspaceView }) {
  const { cache, snapshot } = workspace;
  return (
    <>
      {snapshot === null && cache.kind === 'damaged' ? <Banner tone="warning">{cache.reason}</Banner> : null}
      <SyncNews workspace={workspace} />
    </>
  );
}

function SyncNews({ workspace }: { workspace: WorkspaceView }) {
  const { key, sync } = workspace;
  switch (sync.kind) {
    case 'running':
      return <Running workspace={workspace} />;
    case 'failed':
      return (
        <Banner
          tone="error"
          actions={
            sync.failure.code === 'unauthorized' ? (
              <Button variant="quiet" onClick={() => openDialog({ kind: 'replaceToken', key })}>
                Replace the token…
              </Button>
            ) : null
          }
        >
          {sync.failure.message}
        </Banner>
      );
    case 'offline':
      return <Banner tone="offline">{sync.failure.message}</Banner>;
    case 'idle':
      return null;
  }
}

function Banner({ tone, actions, children }: { tone: NoticeTone; actions?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.news}>
      <Notice tone={tone} placement="banner" actions={actions}>
        {children}
      </Notice>
    </div>
  );
}

function Running({ workspace }: { workspace: WorkspaceView }) {
  const progress = useSyncProgress(workspace);
  const waiting = useSecondsUntil(progress?.waitingUntil ?? null);
  if (progress === null) return null;
  const { done, total, requests, rateLimitWaits } = progress;
  const words = waiting > 0 ? `Rate limit: going on in ${waiting} s` : readingWords(progress);
  return (
    <div className={styles.running}>
      <div className={styles.words}>
        <span>{words}</span>
        <span className={styles.fine}>
          {requests.toLocaleString('en')} requests
          {rateLimitWaits === 0 ? '' : ` · waited ${rateLimitWaits} × for the rate limit`}
        </span>
      </div>
      <ProgressBar
        value={total === null || total === 0 ? null : done / total}
        label={`Syncing ${workspace.name}: ${words}`}
        paused={waiting > 0}
      />
    </div>
  );
}
