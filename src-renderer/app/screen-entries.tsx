import {
  Building2,
  ChartNoAxesColumn,
  ContactRound,
  Database,
  Grid3x3,
  KeyRound,
  ListChecks,
  Shield,
  SquareStack,
  Tag,
  Users,
  UsersRound,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { AcrossScreenName, ScreenName, WorkspaceScreenName } from '../stores/screen-names';

/** How a screen is named wherever it can be gone to. */
export interface ScreenEntry {
  word: string;
  icon: ReactNode;
  /** The key after G that goes there. */
  letter: string;
}

/** The names of all screens. */
export const SCREEN_ENTRIES: Record<ScreenName, ScreenEntry> = {
  overview: { word: 'All workspaces', icon: <Building2 />, letter: 'W' },
  people: { word: 'People', icon: <ContactRound />, letter: 'E' },
  summary: { word: 'Overview', icon: <ChartNoAxesColumn />, letter: 'V' },
  members: { word: 'Members', icon: <Users />, letter: 'M' },
  groups: { word: 'Groups', icon: <UsersRound />, letter: 'G' },
  resources: { word: 'Resources', icon: <Database />, letter: 'R' },
  matrix: { word: 'Matrix', icon: <Grid3x3 />, letter: 'A' },
  labels: { word: 'Labels', icon: <Tag />, letter: 'L' },
  roles: { word: 'Roles', icon: <Shield />, letter: 'O' },
  tokens: { word: 'Tokens', icon: <KeyRound />, letter: 'T' },
  board: { word: 'Board', icon: <SquareStack />, letter: 'B' },
  plan: { word: 'Plan', icon: <ListChecks />, letter: 'P' },
};

/** The screens of all workspaces together, in the order of the rail. */
export const ACROSS_SCREENS: readonly AcrossScreenName[] = ['overview', 'people'];

/** The screens of one workspace, in the order of the rail. The plan is reached from the draft bar. */
export const WORKSPACE_SCREENS: readonly WorkspaceScreenName[] = [
  'summary',
  'members',
  'groups',
  'resources',
  'matrix',
  'labels',
  'board',
  'roles',
  'tokens',
];

/** The screen of a capital letter; `null` when it has none. */
export function screenOfLetter(letter: string): ScreenName | null {
  const all: readonly ScreenName[] = [...ACROSS_SCREENS, ...WORKSPACE_SCREENS, 'plan'];
  return all.find((name) => SCREEN_ENTRIES[name].letter === letter) ?? null;
}
