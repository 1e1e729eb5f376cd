import type { Change } from '@contract/changes';
import { createContext, useContext } from 'react';
import type { Lane } from './lanes';

/** What everything on the board needs to know. */
export interface Board {
  workspaceKey: string;
  /** Of the snapshot that is shown. */
  fingerprint: string;
  /** The roles that take labels. */
  lanes: readonly Lane[];
  /** The changes of the draft that apply, in order. */
  changes: Change[];
}

export const BoardContext = createContext<Board | null>(null);

/** The board that this stands on. */
export function useBoard(): Board {
  const board = useContext(BoardContext);
  if (board === null) throw new Error('this stands on the board only');
  return board;
}
