import type { Subject } from '@contract/inspect';
import type { Settings } from '@contract/settings';

/** All screens by their names in the settings. `overview` is "All workspaces", `summary` the overview of one. */
export type ScreenName = Settings['screen'];

/** The screens that show all workspaces together. */
export type AcrossScreenName = 'overview' | 'people';

/** The screens that show one workspace. */
export type WorkspaceScreenName = Exclude<ScreenName, AcrossScreenName>;

/** Whether a screen shows all workspaces together. */
export function isAcross(screen: ScreenName): screen is AcrossScreenName {
  return screen === 'overview' || screen === 'people';
}

const SCREEN_OF_KIND: Record<Subject['kind'], WorkspaceScreenName> = {
  member: 'members',
  invite: 'members',
  group: 'groups',
  resource: 'resources',
  label: 'labels',
  role: 'roles',
  token: 'tokens',
};

/** The screen that lists things of this kind. */
export function screenOf(kind: Subject['kind']): WorkspaceScreenName {
  return SCREEN_OF_KIND[kind];
}
