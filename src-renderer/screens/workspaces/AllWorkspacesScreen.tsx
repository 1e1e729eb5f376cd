import { Plus, RefreshCw } from 'lucide-react';
import { startSync } from '../../app/actions';
import { Button } from '../../components/Button';
import { openDialog } from '../../stores/dialogs';
import { useWorkspaces } from '../../stores/workspaces';
import { AcrossTable } from './AcrossTable';
import styles from './AllWorkspacesScreen.module.css';
import { SandboxPanel } from './SandboxPanel';
import { TotalsLine } from './TotalsLine';
import { WorkspaceCard } from './WorkspaceCard';

/** All workspaces on one page: how fresh each is, what it holds, what could not be seen, what can be done. */
export function AllWorkspacesScreen() {
  const workspaces = useWorkspaces();
  const resting = workspaces.filter(({ sync }) => sync.kind !== 'running');
  const syncAll = () => Promise.all(resting.map(({ key }) => startSync(key, false)));
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <TotalsLine workspaces={workspaces} />
        <div className={styles.actions}>
          <Button icon={<RefreshCw />} disabled={resting.length === 0} onClick={() => void syncAll()}>
            Sync all
          </Button>
          <Button icon={<Plus />} onClick={() => openDialog({ kind: 'addWorkspace' })}>
            Add a workspace
          </Button>
        </div>
      </div>
      <AcrossTable workspaces={workspaces} />
      <ul className={styles.cards}>
        {workspaces.map((workspace) => (
          <li key={workspace.key}>
            <WorkspaceCard workspace={workspace} />
          </li>
        ))}
      </ul>
      <SandboxPanel connected={workspaces.some(({ endpoint }) => endpoint.kind === 'sandbox')} />
    </div>
  );
}
