import type { WorkspaceView } from '@contract/workspaces';
import { Ellipsis, RefreshCw, X } from 'lucide-react';
import { cancelSync, startSync } from '../../app/actions';
import { PlanChips } from '../../app/frame/PlanChips';
import { Standing } from '../../app/frame/SyncStatus';
import { workspaceMenu } from '../../app/workspace-menu';
import { Button } from '../../components/Button';
import { IconButton } from '../../components/IconButton';
import { Menu } from '../../components/Menu';
import { Monogram } from '../../components/Monogram';
import { goToWorkspace } from '../../stores/navigation';
import { CardCounts } from './CardCounts';
import { CardNews } from './CardNews';
import { CardUnknowns } from './CardUnknowns';
import { endpointWords } from './endpoint-words';
import styles from './WorkspaceCard.module.css';

/** One workspace: who the admin is there, how fresh the copy is, what it holds, and what could not be seen. */
export function WorkspaceCard({ workspace }: { workspace: WorkspaceView }) {
  const { key, id, name, email, endpoint, sync, snapshot } = workspace;
  const running = sync.kind === 'running';
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.head}>
        <Monogram name={name} id={id} state={null} size={36} />
        <div className={styles.who}>
          <div className={styles.title}>
            <h2 className={styles.name}>
              <button type="button" className={styles.open} onClick={() => goToWorkspace(key)}>
                {name}
              </button>
            </h2>
            <PlanChips workspace={workspace} />
          </div>
          <p className={styles.line}>
            <span data-copyable>{email}</span> · {endpointWords(endpoint)}
            {snapshot?.tokenRole == null ? '' : ` · token: Workspace ${snapshot.tokenRole}`}
          </p>
        </div>
        {running ? null : <Standing workspace={workspace} />}
        <div className={styles.actions}>
          {running ? (
            <Button icon={<X />} onClick={() => void cancelSync(key)}>
              Cancel
            </Button>
          ) : (
            <Button icon={<RefreshCw />} onClick={() => void startSync(key, false)}>
              Sync
            </Button>
          )}
          <Menu items={workspaceMenu(workspace)} align="end">
            <IconButton label={`More actions for ${name}`}>
              <Ellipsis />
            </IconButton>
          </Menu>
        </div>
      </header>
      <CardNews workspace={workspace} />
      {snapshot === null ? null : (
        <>
          <CardCounts workspaceKey={key} snapshot={snapshot} />
          <CardUnknowns workspaceKey={key} snapshot={snapshot} />
        </>
      )}
    </article>
  );
}
