import type { Failure } from '@contract/failure';
import { create } from 'zustand';

/** How the first step of a new admin goes; it outlives the screen on which it was taken. */
export type Beginning =
  | { kind: 'idle' }
  | { kind: 'busy'; way: 'sandbox' | 'workspace' }
  | { kind: 'failed'; failure: Failure };

export const useBeginningStore = create<{ beginning: Beginning }>()(() => ({ beginning: { kind: 'idle' } }));

export function setBeginning(beginning: Beginning): void {
  useBeginningStore.setState({ beginning });
}

export function useBeginning(): Beginning {
  return useBeginningStore(({ beginning }) => beginning);
}
