import type { MatrixView } from '@contract/matrix';
import { useEffect, useRef, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { type MatrixTarget, targetDone, targetWidened, useMatrixTarget } from '../../stores/matrix-target';
import { notify } from '../../stores/notices';
import type { Axis } from './axes';
import { withoutFilters } from './matrix-filters';
import type { MatrixState } from './use-open-matrix';

/** A line that the grid is to go to. Each is a new object. */
export interface GoTo {
  axis: Axis;
  line: number;
}

/**
 * Follows what other screens ask the matrix to show: looks for its line, takes
 * filters away where they hide it, and answers where the grid has to go.
 */
export function useGoTo(key: string, state: MatrixState, onView: (patch: Partial<MatrixView>) => void) {
  const target = useMatrixTarget(key);
  const [goTo, setGoTo] = useState<GoTo | null>(null);
  const view = state.kind === 'shown' && !state.renewing ? state.view : null;
  // The view that did not show it, until the wider one has come.
  const tried = useRef<MatrixView | null>(null);
  useEffect(() => {
    if (target === null || view === null || view === tried.current) return;
    const principals = principalsOf(target);
    if (principals !== null && principals !== view.principals) {
      onView({ principals, ...(principals === 'groups' ? { groupId: null } : {}) });
      return;
    }
    let wanted = true;
    call('matrix.place', { key, view, subject: target.subject }).then(
      ({ line }) => {
        if (!wanted) return;
        const wider = { ...withoutFilters(view), foldBy: null, open: [] };
        if (line !== null) {
          tried.current = null;
          setGoTo({ axis: target.subject.kind === 'resource' ? 'resources' : 'principals', line });
          targetDone();
        } else if (target.widened || JSON.stringify(wider) === JSON.stringify(view)) {
          notify('warning', 'The matrix does not show this. It may have been removed meanwhile.');
          targetDone();
        } else {
          notify('info', 'Filters and folds were taken away to show this in the matrix.');
          tried.current = view;
          targetWidened(target);
          onView(wider);
        }
      },
      (thrown: unknown) => {
        if (!wanted) return;
        notify('error', failureOf(thrown).message);
        targetDone();
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, target, view, onView]);
  return goTo;
}

function principalsOf({ subject }: MatrixTarget): MatrixView['principals'] | null {
  if (subject.kind === 'member') return 'members';
  return subject.kind === 'group' ? 'groups' : null;
}
