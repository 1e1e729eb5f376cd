import type { ComponentType } from 'react';
import { BoardAside } from '../screens/board/BoardAside';
import { BoardScreen } from '../screens/board/BoardScreen';
import { GroupsScreen } from '../screens/groups/GroupsScreen';
import { LabelsScreen } from '../screens/labels/LabelsScreen';
import { MatrixScreen } from '../screens/matrix/MatrixScreen';
import { MembersScreen } from '../screens/members/MembersScreen';
import { PeopleScreen } from '../screens/people/PeopleScreen';
import { PlanScreen } from '../screens/plan/PlanScreen';
import { ResourcesScreen } from '../screens/resources/ResourcesScreen';
import { RolesScreen } from '../screens/roles/RolesScreen';
import { SummaryScreen } from '../screens/summary/SummaryScreen';
import { TokensScreen } from '../screens/tokens/TokensScreen';
import { AllWorkspacesScreen } from '../screens/workspaces/AllWorkspacesScreen';
import type { ScreenName } from '../stores/screen-names';

/** What the main pane shows for each screen. None takes props: they read the workspace at hand from the stores. */
export const SCREENS: Record<ScreenName, ComponentType> = {
  overview: AllWorkspacesScreen,
  people: PeopleScreen,
  summary: SummaryScreen,
  members: MembersScreen,
  groups: GroupsScreen,
  resources: ResourcesScreen,
  matrix: MatrixScreen,
  labels: LabelsScreen,
  roles: RolesScreen,
  tokens: TokensScreen,
  board: BoardScreen,
  plan: PlanScreen,
};

/**
 * What stands in the right pane of a screen that keeps it open and has more to
 * say there than the inspector. Screens without one have the inspector while
 * something is selected.
 */
export const ASIDES: Partial<Record<ScreenName, ComponentType>> = { board: BoardAside };
