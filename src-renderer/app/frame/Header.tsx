import type { WorkspaceView } from '@contract/workspaces';
import { Download, Ellipsis, Search } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { Kbd } from '../../components/Kbd';
import { Menu } from '../../components/Menu';
import { openDialog } from '../../stores/dialogs';
import type { ScreenName } from '../../stores/screen-names';
import { SCREEN_ENTRIES } from '../screen-entries';
import { workspaceMenu } from '../workspace-menu';
import styles from './Header.module.css';
import { PlanChips } from './PlanChips';
import { SyncStatus } from './SyncStatus';

/** The line on top: where the admin is, the search, and how the data stands. `null`: all workspaces. */
export function Header({ screen, workspace }: { screen: ScreenName; workspace: WorkspaceView | null }) {
  return (
    <header className={styles.header}>
      <div className={styles.where}>
        <h1 className={styles.name}>{workspace?.name ?? SCREEN_ENTRIES[screen].word}</h1>
        {workspace === null ? null : (
          <>
            <PlanChips workspace={workspace} />
            <Menu items={workspaceMenu(workspace)}>
              <IconButton label={`Actions for ${workspace.name}`}>
                <Ellipsis />
              </IconButton>
            </Menu>
          </>
        )}
      </div>
      <button type="button" className={styles.search} onClick={() => openDialog({ kind: 'palette' })}>
        <Search aria-hidden="true" />
        <span className={styles.searchWords}>Find anything</span>
        <Kbd keys="mod+K" />
      </button>
      <IconButton label="Export" keys="mod+E" onClick={() => openDialog({ kind: 'export' })}>
        <Download />
      </IconButton>
      {workspace === null ? null : <SyncStatus workspace={workspace} />}
    </header>
  );
}
