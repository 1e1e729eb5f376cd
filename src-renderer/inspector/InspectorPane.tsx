import { CircleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../components/Button';
import { EmptyState } from '../components/EmptyState';
import { subjectKey } from '../components/list/subject-key';
import { useSelectedWorkspace, useSelection } from '../stores/selected-workspace';
import type { Inspected } from '../stores/selection';
import { headingOf } from './headings';
import { InspectionBody } from './InspectionBody';
import { InspectorHead } from './InspectorHead';
import styles from './inspector.module.css';
import { type InspectorLinks, InspectorLinksContext } from './links';
import { useInspection } from './use-inspection';

/** The inspector: explains what is selected. Nothing when nothing is. Never modal; the frame closes it on Esc. */
export function InspectorPane() {
  const { inspected } = useSelection();
  return inspected === null ? null : <Inspector inspected={inspected} />;
}

function Inspector({ inspected: { subject, trail } }: { inspected: Inspected }) {
  const { key, slug, snapshot } = useSelectedWorkspace();
  const { follow, select, stepBack } = useSelection();
  const { state, refresh } = useInspection(key, subject, snapshot?.fingerprint ?? null);
  const links = useMemo<InspectorLinks>(
    () => ({ workspaceKey: key, slug, follow, refresh }),
    [key, slug, follow, refresh],
  );
  const heading = state.kind === 'shown' ? headingOf(state.subject, state.inspection) : null;
  return (
    <aside className={styles.pane} aria-label="Inspector">
      <InspectorHead
        heading={heading}
        onBack={trail.length === 0 ? null : stepBack}
        onClose={() => select(null)}
      />
      <div
        className={styles.body}
        key={state.kind === 'shown' ? subjectKey(state.subject) : state.kind}
        aria-busy={state.kind === 'loading'}
      >
        {state.kind === 'loading' ? <p className={styles.loading}>Loading…</p> : null}
        {state.kind === 'failed' ? (
          <EmptyState
            icon={<CircleAlert />}
            title="This could not be loaded"
            actions={<Button onClick={refresh}>Try again</Button>}
          >
            {state.failure.message}
          </EmptyState>
        ) : null}
        {state.kind === 'shown' ? (
          <InspectorLinksContext value={links}>
            <InspectionBody inspection={state.inspection} />
          </InspectorLinksContext>
        ) : null}
      </div>
    </aside>
  );
}
