import { Plus } from 'lucide-react';
import { Button } from '../../components/Button';
import { openDialog } from '../../stores/dialogs';
import { useWorkspaces } from '../../stores/workspaces';
import styles from './AllWorkspacesScreen.module.css';
import { SandboxPanel } from './SandboxPanel';
import { TotalsLine } from './TotalsLine';
import { WorkspaceCard } from './WorkspaceCard';

/** All workspaces on one page: how fresh each is, what it holds, what could not be seen, what can be done. */
export function AllWorkspacesScreen() {
  const workspaces = useWorkspaces();
  return (
    <div className={styles.page}>
      <div className={styles.top}>
        <TotalsLine workspaces={workspaces} />
        <Button icon={<Plus />} onClick={() => openDialog({ kind: 'addWorkspace' })}>
          Add a workspace
        </Button>
      </div>
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
