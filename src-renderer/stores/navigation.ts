import type { Subject } from '@contract/inspect';
import type { WorkspaceView } from '@contract/workspaces';
import { create } from 'zustand';
import { rememberedWorkspace, rememberWorkspace } from './remembered-workspace';
import { isAcross, type ScreenName, screenOf, type WorkspaceScreenName } from './screen-names';
import { select } from './selection';
import { changeSettings } from './settings';

/**
 * Where the admin is. `key` is the workspace that the screens show; on those
 * across workspaces it is the one that a screen would show next.
 */
export interface Place {
  screen: ScreenName;
  key: string | null;
  /** The workspace screen to return to from those across workspaces. */
  lastScreen: WorkspaceScreenName;
}

const START: Place = { screen: 'overview', key: null, lastScreen: 'members' };

export const useNavigationStore = create<Place>()(() => START);

/** Takes up the screen and the workspace that were shown last. */
export function startAt(screen: ScreenName): void {
  useNavigationStore.setState({
    screen,
    key: rememberedWorkspace(),
    ...(isAcross(screen) ? {} : { lastScreen: screen }),
  });
}

/** Shows a screen of the workspace at hand. */
export function goToScreen(screen: ScreenName): void {
  const before = useNavigationStore.getState().screen;
  useNavigationStore.setState({ screen, ...(isAcross(screen) ? {} : { lastScreen: screen }) });
  if (before !== screen) void changeSettings({ screen });
}

/** Shows a workspace, on `screen` or on the workspace screen shown last. */
export function goToWorkspace(key: string, screen?: WorkspaceScreenName): void {
  rememberWorkspace(key);
  useNavigationStore.setState({ key });
  goToScreen(screen ?? useNavigationStore.getState().lastScreen);
}

/** Shows something of a workspace in its list and in the inspector. */
export function goToSubject(key: string, subject: Subject): void {
  const screen = screenOf(subject.kind);
  select(key, screen, subject);
  goToWorkspace(key, screen);
}

/** Keeps to workspaces that are there: without a valid one the first is at hand, without any the overview is shown. */
export function keepToWorkspaces(list: readonly WorkspaceView[]): void {
  const { key, screen } = useNavigationStore.getState();
  if (list.some((each) => each.key === key)) return;
  useNavigationStore.setState({ key: list[0]?.key ?? null });
  if (list.length === 0 || (!isAcross(screen) && key !== null)) {
    useNavigationStore.setState({ screen: 'overview' });
  }
}

/** Back to the beginning: the vault was locked or emptied. */
export function leaveAll(): void {
  useNavigationStore.setState(START);
}

export function useScreen(): ScreenName {
  return useNavigationStore(({ screen }) => screen);
}

/** The key of the workspace at hand; `null` when there is none. */
export function useSelectedKey(): string | null {
  return useNavigationStore(({ key }) => key);
}
