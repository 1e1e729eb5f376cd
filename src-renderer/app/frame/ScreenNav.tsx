import type { SnapshotSummary } from '@contract/workspaces';
import { Tooltip } from '../../components/Tooltip';
import { goToScreen, useScreen } from '../../stores/navigation';
import type { WorkspaceScreenName } from '../../stores/screen-names';
import { useWorkspaceAtHand } from '../../stores/selected-workspace';
import { SCREEN_ENTRIES, WORKSPACE_SCREENS } from '../screen-entries';
import styles from './Rail.module.css';

/** The screens of the workspace at hand, with how much each holds. */
export function ScreenNav() {
  const screen = useScreen();
  const workspace = useWorkspaceAtHand();
  return (
    <nav aria-label="Screens" className={styles.screens}>
      <p className={styles.whose}>{workspace?.name}</p>
      <ul>
        {WORKSPACE_SCREENS.map((name) => {
          const { word, icon, letter } = SCREEN_ENTRIES[name];
          const count = workspace?.snapshot == null ? null : countOf(workspace.snapshot, name);
          return (
            <li key={name}>
              <Tooltip text={word} keys={`G ${letter}`} side="right">
                <button
                  type="button"
                  className={styles.screen}
                  disabled={workspace === null}
                  aria-current={screen === name ? 'page' : undefined}
                  onClick={() => goToScreen(name)}
                >
                  {icon}
                  <span className={styles.word}>{word}</span>
                  {count === null ? null : <span className={styles.count}>{count.toLocaleString('en')}</span>}
                </button>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function countOf({ counts }: SnapshotSummary, screen: WorkspaceScreenName): number | null {
  return counts[screen];
}
