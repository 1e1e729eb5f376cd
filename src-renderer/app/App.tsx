import { useBeginning } from '../stores/beginning';
import { useVault } from '../stores/vault';
import { useWorkspacesStore, type WorkspacesState } from '../stores/workspaces';
import { AppErrorBoundary } from './AppErrorBoundary';
import { DialogHost } from './dialogs/DialogHost';
import { FirstRunScreen } from './first-run/FirstRunScreen';
import { Frame } from './frame/Frame';
import { useAppKeys } from './keyboard/use-app-keys';
import { LockedScreen } from './locked/LockedScreen';
import { Starting } from './Starting';
import { SyncAnnouncer } from './SyncAnnouncer';
import { useActivity } from './session/use-activity';
import { Toasts } from './Toasts';
import { useTheme } from './theme/use-theme';
import { WorkspacesFailed } from './WorkspacesFailed';

/** The whole window. */
export function App() {
  useTheme();
  return (
    <AppErrorBoundary>
      <Content />
      <Toasts />
    </AppErrorBoundary>
  );
}

function Content() {
  const vault = useVault();
  switch (vault?.kind) {
    case undefined:
      return <Starting />;
    case 'undecided':
      return <FirstRunScreen undecided={vault} />;
    case 'locked':
      return <LockedScreen locked={vault} />;
    case 'open':
      return <Opened />;
  }
}

function Opened() {
  const state = useWorkspacesStore((store) => store.state);
  useAppKeys();
  useActivity();
  return (
    <>
      <Workspaces state={state} />
      <DialogHost />
      <SyncAnnouncer />
    </>
  );
}

function Workspaces({ state }: { state: WorkspacesState }) {
  const beginning = useBeginning();
  switch (state.kind) {
    case 'loading':
      return <Starting />;
    case 'failed':
      return <WorkspacesFailed failure={state.failure} />;
    case 'listed':
      if (state.list.length > 0) return <Frame />;
      if (beginning.kind === 'busy' && beginning.way === 'sandbox') return <Starting />;
      return <FirstRunScreen undecided={null} />;
  }
}
