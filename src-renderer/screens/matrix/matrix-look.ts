import type { MatrixView } from '@contract/matrix';
import { createLookMemory } from '../../components/list/look-memory';
import type { Axis } from './axes';

/** How the matrix is looked at: what main prepares, and what only the window knows of. */
export interface MatrixLook {
  view: MatrixView;
  /** The name of `view.groupId`, for its chip. */
  groupName: string;
  /** Resources down and principals across. */
  pivot: boolean;
  /** Whether the small picture of the whole is shown. */
  minimap: boolean;
}

/** Everything, members down, by name. */
export const WHOLE_VIEW: MatrixView = {
  principals: 'members',
  principalText: '',
  resourceText: '',
  groupId: null,
  types: [],
  label: null,
  level: null,
  sources: [],
  sortPrincipals: 'name',
  sortResources: 'name',
  alike: false,
  foldBy: null,
  open: [],
};

export const matrixLook = createLookMemory<MatrixLook>({
  view: WHOLE_VIEW,
  groupName: '',
  pivot: false,
  minimap: true,
});

/** A cell by its lines down and across; -1 is the head of the other. */
export interface GridPlace {
  row: number;
  column: number;
}

/**
 * Where the matrix was left, by axis, so that it holds when rows and columns are
 * swapped: the first lines in sight (with parts of them) and the cursor (-1: a
 * head). It is of the view that `viewKey` names, and of no other.
 */
export interface MatrixPlace {
  viewKey: string;
  first: Record<Axis, number>;
  cursor: Record<Axis, number>;
}

/** Written while scrolling: nothing is drawn anew for it. */
export const matrixPlace = createLookMemory<MatrixPlace>({
  viewKey: '',
  first: { principals: 0, resources: 0 },
  cursor: { principals: 0, resources: 0 },
});

/** The view without what is unfolded in it: while it is the same, the place is kept. */
export function viewKeyOf(view: MatrixView): string {
  return JSON.stringify({ ...view, open: [] });
}
