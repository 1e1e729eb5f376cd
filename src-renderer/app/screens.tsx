import { Building2, Database, KeyRound, Shield, Tag, Users, UsersRound } from 'lucide-react';
import type { ComponentType, ReactNode } from 'react';
import { GroupsScreen } from '../screens/groups/GroupsScreen';
import { LabelsScreen } from '../screens/labels/LabelsScreen';
import { MembersScreen } from '../screens/members/MembersScreen';
import { ResourcesScreen } from '../screens/resources/ResourcesScreen';
import { RolesScreen } from '../screens/roles/RolesScreen';
import { TokensScreen } from '../screens/tokens/TokensScreen';
import { AllWorkspacesScreen } from '../screens/workspaces/AllWorkspacesScreen';
import type { ScreenName, WorkspaceScreenName } from '../stores/screen-names';

/** What the frame knows of a screen. */
export interface ScreenEntry {
  word: string;
  icon: ReactNode;
  Screen: ComponentType;
}

/** Every screen by its name. */
export const SCREENS: Record<ScreenName, ScreenEntry> = {
  overview: { word: 'All workspaces', icon: <Building2 />, Screen: AllWorkspacesScreen },
  members: { word: 'Members', icon: <Users />, Screen: MembersScreen },
  groups: { word: 'Groups', icon: <UsersRound />, Screen: GroupsScreen },
  resources: { word: 'Resources', icon: <Database />, Screen: ResourcesScreen },
  labels: { word: 'Labels', icon: <Tag />, Screen: LabelsScreen },
  roles: { word: 'Roles', icon: <Shield />, Screen: RolesScreen },
  tokens: { word: 'Tokens', icon: <KeyRound />, Screen: TokensScreen },
};

/** The screens of one workspace, in the order of the rail. */
export const WORKSPACE_SCREENS: readonly WorkspaceScreenName[] = [
  'members',
  'groups',
  'resources',
  'labels',
  'roles',
  'tokens',
];
