import { Tooltip } from '../../components/Tooltip';
import { isCounted, type KnownCount, knownCount } from '../../stores/known-counts';
import { goToScreen, useScreen } from '../../stores/navigation';
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
                  {workspace?.snapshot == null || !isCounted(name) ? null : (
                    <CountBadge count={knownCount(workspace.snapshot, name)} />
                  )}
                </button>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function CountBadge({ count }: { count: KnownCount }) {
  switch (count.kind) {
    case 'exact':
      return <span className={styles.count}>{count.count.toLocaleString('en')}</span>;
    case 'atLeast':
      return <span className={styles.count}>{count.count.toLocaleString('en')}+</span>;
    case 'unknown':
      return <span className={styles.countUnknown}>?</span>;
  }
}
