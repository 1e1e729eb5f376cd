import type { Subject } from '@contract/inspect';
import { create } from 'zustand';
import { goToWorkspace } from './navigation';

/** Something that the matrix is asked to show, until it does. */
export interface MatrixTarget {
  key: string;
  subject: Subject;
  /** Filters have been taken away for it. */
  widened: boolean;
}

export const useMatrixTargetStore = create<{ target: MatrixTarget | null }>()(() => ({ target: null }));

/** Whether the matrix has lines for things of this kind. */
export function hasLine({ kind }: Subject): boolean {
  return kind === 'member' || kind === 'group' || kind === 'resource';
}

/** Goes to the matrix of a workspace, to the line of this member, group or resource. */
export function showInMatrix(key: string, subject: Subject): void {
  useMatrixTargetStore.setState({ target: { key, subject, widened: false } });
  goToWorkspace(key, 'matrix');
}

/** The matrix has taken filters away and looks again. */
export function targetWidened(target: MatrixTarget): void {
  useMatrixTargetStore.setState({ target: { ...target, widened: true } });
}

/** The matrix shows it, or has said that it cannot. */
export function targetDone(): void {
  useMatrixTargetStore.setState({ target: null });
}

/** What the matrix of this workspace is asked to show. */
export function useMatrixTarget(key: string): MatrixTarget | null {
  return useMatrixTargetStore(({ target }) => (target?.key === key ? target : null));
}
