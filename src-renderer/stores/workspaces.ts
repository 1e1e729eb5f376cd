import type { Failure } from '@contract/failure';
import type { WorkspaceView } from '@contract/workspaces';
import { create } from 'zustand';

/** The connected workspaces as main tells them, in the order of the rail. */
export type WorkspacesState =
  | { kind: 'loading' }
  /** Main could not say which there are. */
  | { kind: 'failed'; failure: Failure }
  | { kind: 'listed'; list: WorkspaceView[] };

export const useWorkspacesStore = create<{ state: WorkspacesState }>()(() => ({
  state: { kind: 'loading' },
}));

const NONE: WorkspaceView[] = [];

function listIn(state: WorkspacesState): WorkspaceView[] {
  return state.kind === 'listed' ? state.list : NONE;
}

/** Takes over the whole list from main. */
export function receiveWorkspaces(list: WorkspaceView[]): void {
  useWorkspacesStore.setState({ state: { kind: 'listed', list } });
}

/** Notes that the list could not be had. */
export function workspacesFailed(failure: Failure): void {
  useWorkspacesStore.setState({ state: { kind: 'failed', failure } });
}

/** Puts one workspace in, or in the place of its older self: for an answer that came before the event. */
export function receiveWorkspace(view: WorkspaceView): void {
  const list = currentWorkspaces();
  const known = list.some(({ key }) => key === view.key);
  receiveWorkspaces(known ? list.map((each) => (each.key === view.key ? view : each)) : [...list, view]);
}

/** Destroys what is held: the vault was locked or emptied. */
export function forgetWorkspaces(): void {
  useWorkspacesStore.setState({ state: { kind: 'loading' } });
}

/** The list outside of a component. */
export function currentWorkspaces(): WorkspaceView[] {
  return listIn(useWorkspacesStore.getState().state);
}

/** All workspaces; empty while they are not known. */
export function useWorkspaces(): WorkspaceView[] {
  return useWorkspacesStore(({ state }) => listIn(state));
}

/** One workspace by key; `null` when it is not there (any more). */
export function useWorkspace(key: string | null): WorkspaceView | null {
  return useWorkspacesStore(({ state }) => listIn(state).find((each) => each.key === key) ?? null);
}
