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
  /** The key after G that goes there. */
  letter: string;
  Screen: ComponentType;
}

/** Every screen by its name. */
export const SCREENS: Record<ScreenName, ScreenEntry> = {
  overview: { word: 'All workspaces', icon: <Building2 />, letter: 'W', Screen: AllWorkspacesScreen },
  members: { word: 'Members', icon: <Users />, letter: 'M', Screen: MembersScreen },
  groups: { word: 'Groups', icon: <UsersRound />, letter: 'G', Screen: GroupsScreen },
  resources: { word: 'Resources', icon: <Database />, letter: 'R', Screen: ResourcesScreen },
  labels: { word: 'Labels', icon: <Tag />, letter: 'L', Screen: LabelsScreen },
  roles: { word: 'Roles', icon: <Shield />, letter: 'O', Screen: RolesScreen },
  tokens: { word: 'Tokens', icon: <KeyRound />, letter: 'T', Screen: TokensScreen },
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
