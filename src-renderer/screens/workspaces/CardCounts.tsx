import type { SnapshotSummary } from '@contract/workspaces';
import { SCREEN_ENTRIES, WORKSPACE_SCREENS } from '../../app/screen-entries';
import { UnknownMark } from '../../components/UnknownMark';
import { isCounted, type KnownCount, knownCount } from '../../stores/known-counts';
import { goToWorkspace } from '../../stores/navigation';
import styles from './CardCounts.module.css';

/** What a workspace holds; each number leads to its list. */
export function CardCounts({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const { invites } = snapshot.counts;
  return (
    <ul className={styles.counts}>
      {WORKSPACE_SCREENS.filter(isCounted).map((screen) => (
        <li key={screen} className={styles.cell}>
          <button type="button" className={styles.count} onClick={() => goToWorkspace(workspaceKey, screen)}>
            <span className={styles.number}>
              <Amount count={knownCount(snapshot, screen)} />
            </span>
            <span className={styles.word}>
              {SCREEN_ENTRIES[screen].word}
              {screen === 'members' && invites > 0 ? ` · ${invites.toLocaleString('en')} invited` : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Amount({ count }: { count: KnownCount }) {
  switch (count.kind) {
    case 'exact':
      return count.count.toLocaleString('en');
    case 'atLeast':
      return <span title={count.reason}>{count.count.toLocaleString('en')}+</span>;
    case 'unknown':
      return (
        <span className={styles.unknown}>
          <UnknownMark inRow reason={count.reason} />
        </span>
      );
  }
}
