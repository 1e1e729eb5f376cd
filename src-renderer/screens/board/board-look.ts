import { createLookMemory } from '../../components/list/look-memory';

/** How the board is looked at: the three searches and whose lanes are shown. */
export interface BoardLook {
  labels: string;
  principals: string;
  resources: string;
  show: 'groups' | 'members';
}

export const boardLook = createLookMemory<BoardLook>({
  labels: '',
  principals: '',
  resources: '',
  show: 'groups',
});
