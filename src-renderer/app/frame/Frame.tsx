import { useScreen } from '../../stores/navigation';
import { useSelection, useWorkspaceAtHand } from '../../stores/selected-workspace';
import { PaneErrorBoundary } from '../AppErrorBoundary';
import { SCREEN_ENTRIES } from '../screen-entries';
import { SCREENS } from '../screens';
import styles from './Frame.module.css';
import { Header } from './Header';
import { InspectorSlot } from './InspectorSlot';
import { Rail } from './Rail';
import { StandingBanner } from './StandingBanner';

/** The frame of the window: rail, header, the one main pane, and the inspector while something is selected. */
export function Frame() {
  const screen = useScreen();
  const workspace = useWorkspaceAtHand();
  const { inspected } = useSelection();
  const shown = screen === 'overview' || workspace === null ? 'overview' : screen;
  const Screen = SCREENS[shown];
  return (
    <div className={styles.frame}>
      <Rail />
      <div className={styles.desk}>
        <Header workspace={shown === 'overview' ? null : workspace} />
        <section aria-label="How current this is">
          {shown === 'overview' || workspace === null ? null : <StandingBanner workspace={workspace} />}
        </section>
        <div className={styles.panes}>
          <main className={styles.main} aria-label={SCREEN_ENTRIES[shown].word}>
            <PaneErrorBoundary key={`${shown} ${workspace?.key}`} what="This screen">
              <Screen />
            </PaneErrorBoundary>
          </main>
          {shown === 'overview' || inspected === null ? null : <InspectorSlot />}
        </div>
      </div>
    </div>
  );
}
