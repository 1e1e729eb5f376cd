import type { MatrixView } from '@contract/matrix';
import { CircleAlert } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { useSettled } from '../../components/list/use-settled';
import { Spinner } from '../../components/Spinner';
import { usePolicyEpoch } from '../../inspector/access/use-policy-answer';
import { EmptyMatrix } from './EmptyMatrix';
import type { GridHandle } from './MatrixGrid';
import { MatrixPane } from './MatrixPane';
import styles from './matrix.module.css';
import { matrixLook } from './matrix-look';
import { Toolbar } from './Toolbar';
import { useGoTo } from './use-matrix-target';
import { useOpenMatrix } from './use-open-matrix';

/** Who reaches what, all at once: members or groups down, resources across, and why in the inspector. */
export function MatrixScreen() {
  return (
    <ReadWorkspace title="Matrix">{(workspaceKey) => <MatrixOf workspaceKey={workspaceKey} />}</ReadWorkspace>
  );
}

function MatrixOf({ workspaceKey }: { workspaceKey: string }) {
  const [look, change] = useLook(matrixLook, workspaceKey);
  const principalText = useSettled(look.view.principalText).trim();
  const resourceText = useSettled(look.view.resourceText).trim();
  const view = useSame({ ...look.view, principalText, resourceText });
  const { state, reopen } = useOpenMatrix(workspaceKey, view, usePolicyEpoch());
  const grid = useRef<GridHandle | null>(null);
  const onView = useCallback(
    (patch: Partial<MatrixView>) => {
      const now = matrixLook.looks.getState()[workspaceKey] ?? matrixLook.fresh;
      change({ view: { ...now.view, ...patch } });
    },
    [workspaceKey, change],
  );
  const goTo = useGoTo(workspaceKey, state, onView);
  const shown = state.kind === 'shown' ? state : null;
  const empty = shown !== null && (shown.opened.principals.lines === 0 || shown.opened.resources.lines === 0);
  return (
    <section className={styles.screen} aria-label="Matrix" aria-busy={shown === null || shown.renewing}>
      <Toolbar
        workspaceKey={workspaceKey}
        look={look}
        opened={shown?.opened ?? null}
        onLook={change}
        onView={onView}
        onDown={() => grid.current?.focus()}
      />
      {state.kind === 'working' ? (
        <p className={styles.working} role="status">
          <Spinner />
          Working out who reaches what…
        </p>
      ) : null}
      {state.kind === 'failed' ? (
        <EmptyState
          icon={<CircleAlert />}
          title="The matrix could not be loaded"
          actions={<Button onClick={reopen}>Try again</Button>}
        >
          {state.failure.message}
        </EmptyState>
      ) : null}
      {shown !== null && empty ? (
        <EmptyMatrix
          workspaceKey={workspaceKey}
          view={shown.view}
          groupName={look.groupName}
          opened={shown.opened}
          onView={onView}
        />
      ) : null}
      {shown !== null && !empty ? (
        <MatrixPane
          workspaceKey={workspaceKey}
          view={shown.view}
          opened={shown.opened}
          look={look}
          goTo={goTo}
          grid={grid}
          onLook={change}
          onView={onView}
          onOutdated={reopen}
        />
      ) : null}
    </section>
  );
}

/** The same object for as long as its content is the same. */
function useSame<Value>(value: Value): Value {
  const kept = useRef(value);
  if (JSON.stringify(kept.current) !== JSON.stringify(value)) kept.current = value;
  return kept.current;
}
