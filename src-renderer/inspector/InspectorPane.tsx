import { CircleAlert } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { subjectKey } from '../components/list/subject-key';
import { hasLine, showInMatrix } from '../stores/matrix-target';
import { useSelectedWorkspace, useSelection } from '../stores/selected-workspace';
import type { Chosen, Inspected } from '../stores/selection';
import { PairInspection } from './access/PairInspection';
import { pairKey } from './access/pair-key';
import { usePolicyEpoch } from './access/use-policy-answer';
import { headingOf, pairHeading } from './headings';
import { InspectionBody } from './InspectionBody';
import { InspectorHead } from './InspectorHead';
import styles from './inspector.module.css';
import { type InspectorLinks, InspectorLinksContext } from './links';
import { type Inspecting, useInspection } from './use-inspection';

/** The inspector: explains what is selected. Nothing when nothing is. Never modal; the frame closes it on Esc. */
export function InspectorPane() {
  const { inspected } = useSelection();
  return inspected === null ? null : <Inspector inspected={inspected} />;
}

function Inspector({ inspected: { subject, trail, left } }: { inspected: Inspected }) {
  const { key, slug } = useSelectedWorkspace();
  const { follow, replace, select, stepBack } = useSelection();
  const { state, refresh } = useInspection(key, subject, usePolicyEpoch());
  const about = state.kind === 'shown' ? state.about : null;
  const aboutKey = about === null ? state.kind : keyOf(about);
  const { title, moved } = useFocusOnTitle(aboutKey);
  const links = useMemo<InspectorLinks>(() => {
    const goOn = (chosen: Chosen) => {
      moved();
      follow(chosen);
    };
    return { workspaceKey: key, slug, follow: goOn, replace, left, refresh };
  }, [key, slug, follow, replace, left, refresh, moved]);
  const line = about?.kind === 'thing' && hasLine(about.subject) ? about.subject : null;
  const goBack = () => {
    moved();
    stepBack();
  };
  return (
    <aside className={styles.pane} aria-label="Inspector">
      <InspectorHead
        heading={about === null ? null : headingFor(about)}
        title={title}
        onBack={trail.length === 0 ? null : goBack}
        onMatrix={line === null ? null : () => showInMatrix(key, line)}
        onClose={() => select(null)}
      />
      <div className={styles.body} key={aboutKey} aria-busy={state.kind === 'loading'}>
        {state.kind === 'loading' ? <p className={styles.loading}>Loading…</p> : null}
        {state.kind === 'failed' ? (
          <EmptyState
            icon={<CircleAlert />}
            title={state.failure.code === 'notFound' ? 'This is no longer there' : 'This could not be loaded'}
            actions={<Button onClick={refresh}>Try again</Button>}
          >
            {state.failure.message}
          </EmptyState>
        ) : null}
        {about === null ? null : (
          <InspectorLinksContext value={links}>
            {about.kind === 'thing' ? (
              <InspectionBody inspection={about.inspection} />
            ) : (
              <PairInspection pair={about.pair} explanation={about.explanation} />
            )}
          </InspectorLinksContext>
        )}
      </div>
    </aside>
  );
}

function keyOf(about: Inspecting): string {
  return about.kind === 'pair' ? pairKey(about.pair) : subjectKey(about.subject);
}

function headingFor(about: Inspecting) {
  return about.kind === 'pair'
    ? pairHeading(about.pair, about.explanation)
    : headingOf(about.subject, about.inspection);
}

/**
 * The link that was followed goes with what it stood in, and the focus would go
 * with it: the title of what came takes it, so that the keyboard goes on from there.
 */
function useFocusOnTitle(aboutKey: string) {
  const title = useRef<HTMLHeadingElement>(null);
  const isMoving = useRef(false);
  useEffect(() => {
    if (aboutKey === 'loading' || !isMoving.current) return;
    isMoving.current = false;
    const { activeElement } = document;
    // A row that one came back to has taken it already.
    if (activeElement === null || activeElement === document.body) title.current?.focus();
  }, [aboutKey]);
  const moved = useRef(() => {
    isMoving.current = true;
  });
  return { title, moved: moved.current };
}
