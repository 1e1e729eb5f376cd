import type { Subject } from '@contract/inspect';
import type { Settings } from '@contract/settings';

/** All screens by their names in the settings. `overview` is "All workspaces". */
export type ScreenName = Settings['screen'];

/** The screens that show one workspace. */
export type WorkspaceScreenName = Exclude<ScreenName, 'overview'>;

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
