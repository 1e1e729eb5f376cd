import type { SnapshotSummary } from '@contract/workspaces';
import { SCREEN_ENTRIES, WORKSPACE_SCREENS } from '../../app/screen-entries';
import { UnknownMark } from '../../components/UnknownMark';
import { goToWorkspace } from '../../stores/navigation';
import styles from './CardCounts.module.css';

/** What a workspace holds; each number leads to its list. */
export function CardCounts({
  workspaceKey,
  counts,
}: {
  workspaceKey: string;
  counts: SnapshotSummary['counts'];
}) {
  return (
    <ul className={styles.counts}>
      {WORKSPACE_SCREENS.map((screen) => {
        const count = counts[screen];
        return (
          <li key={screen} className={styles.cell}>
            <button
              type="button"
              className={styles.count}
              onClick={() => goToWorkspace(workspaceKey, screen)}
            >
              <span className={styles.number}>
                {count === null ? (
                  <UnknownMark inRow reason="The Public API does not show tokens." />
                ) : (
                  count.toLocaleString('en')
                )}
              </span>
              <span className={styles.word}>
                {SCREEN_ENTRIES[screen].word}
                {screen === 'members' && counts.invites > 0
                  ? ` · ${counts.invites.toLocaleString('en')} invited`
                  : ''}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
