import type { WorkspaceView } from '@contract/workspaces';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { timeOfDay } from '../../components/relative-time';
import { useNow } from '../../components/use-now';
import { openDialog } from '../../stores/dialogs';
import { useSandbox } from '../../stores/sandbox';
import { startSandbox, startSync } from '../actions';

/** Across the top of the main pane, when what is on screen is not what is at Segment: why, and what to do. */
export function StandingBanner({ workspace }: { workspace: WorkspaceView }) {
  const now = useNow();
  const { name, sync, snapshot, cache } = workspace;
  // Without any copy the screens themselves say how things stand.
  if (snapshot === null) {
    return cache.kind === 'damaged' ? (
      <Notice tone="warning" placement="banner">
        {name}: {cache.reason}
      </Notice>
    ) : null;
  }
  const copy = `You are reading the copy of ${timeOfDay(Date.parse(snapshot.completedAt), now)}.`;
  switch (sync.kind) {
    case 'offline':
      return (
        <Notice tone="offline" placement="banner" actions={<TryAgain workspace={workspace} />}>
          {name} could not be reached. {copy} Gatehouse goes on by itself when it is back.
        </Notice>
      );
    case 'failed':
      return (
        <Notice tone="error" placement="banner" actions={<TryAgain workspace={workspace} />}>
          {sync.failure.message} {copy}
        </Notice>
      );
    case 'idle':
    case 'running':
      return null;
  }
}

function TryAgain({ workspace: { key, sync, endpoint } }: { workspace: WorkspaceView }) {
  const sandbox = useSandbox();
  if (sync.kind === 'failed' && sync.failure.code === 'unauthorized') {
    return (
      <Button variant="quiet" onClick={() => openDialog({ kind: 'replaceToken', key })}>
        Replace the token…
      </Button>
    );
  }
  if (endpoint.kind === 'sandbox' && sandbox.kind === 'stopped') {
    return (
      <Button variant="quiet" onClick={() => void startSandbox()}>
        Start the sandbox
      </Button>
    );
  }
  return (
    <Button variant="quiet" onClick={() => void startSync(key, false)}>
      Try again
    </Button>
  );
}
