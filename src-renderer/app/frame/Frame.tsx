import { InspectorPane } from '../../inspector/InspectorPane';
import { useScreen } from '../../stores/navigation';
import { isAcross } from '../../stores/screen-names';
import { useSelection, useWorkspaceAtHand } from '../../stores/selected-workspace';
import { PaneErrorBoundary } from '../AppErrorBoundary';
import { SCREEN_ENTRIES } from '../screen-entries';
import { ASIDES, SCREENS } from '../screens';
import { SessionWarning } from '../session/SessionWarning';
import { DraftBar } from './DraftBar';
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
  const shown = workspace === null ? 'overview' : screen;
  const across = isAcross(shown);
  const Screen = SCREENS[shown];
  const Aside = ASIDES[shown];
  return (
    <div className={styles.frame}>
      <Rail />
      <div className={styles.desk}>
        <Header screen={shown} workspace={across ? null : workspace} />
        <section aria-label="How current this is">
          <SessionWarning />
          {across || workspace === null ? null : <StandingBanner workspace={workspace} />}
        </section>
        <div className={styles.panes}>
          <div className={styles.column}>
            <main className={styles.main} aria-label={SCREEN_ENTRIES[shown].word}>
              <PaneErrorBoundary key={`${shown} ${across ? '' : workspace?.key}`} what="This screen">
                <Screen />
              </PaneErrorBoundary>
            </main>
            {across || workspace === null ? null : (
              <DraftBar key={workspace.key} workspace={workspace} onPlan={shown === 'plan'} />
            )}
          </div>
          {across || (Aside === undefined && inspected === null) ? null : (
            <InspectorSlot>{Aside === undefined ? <InspectorPane /> : <Aside />}</InspectorSlot>
          )}
        </div>
      </div>
    </div>
  );
}
