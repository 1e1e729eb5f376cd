import type { MatrixView } from '@contract/matrix';
import { createLookMemory } from '../../components/list/look-memory';

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

/** Where the matrix was left: the first lines in sight, in lines and parts of them, and the cursor. */
export interface MatrixPlace {
  down: number;
  across: number;
  cursor: GridPlace;
}

/** Read and written while scrolling: nothing is drawn anew for it. */
export const matrixPlace = createLookMemory<MatrixPlace>({
  down: 0,
  across: 0,
  cursor: { row: 0, column: 0 },
});
