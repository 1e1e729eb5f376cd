import type { Grant } from '../state/grant';
import type { Group, User } from '../state/workspace-state';
import type { PeopleMaker } from './people';
import type { WorkspaceBuilder } from './workspace-builder';

/** A group of the demo: how many people join it compared with the others, and what it grants. */
export interface TeamSpec {
  readonly name: string;
  readonly weight: number;
  readonly grants: (builder: WorkspaceBuilder) => Grant[];
}

/** Makes the groups of the list. */
export function makeTeams(builder: WorkspaceBuilder, teams: readonly TeamSpec[]): Group[] {
  return teams.map((team) => builder.group(team.name, ...team.grants(builder)));
}

/** One group, likelier by weight; weight 0 is never chosen. */
function chooseTeam(builder: WorkspaceBuilder, teams: readonly TeamSpec[], groups: readonly Group[]): Group {
  const total = teams.reduce((sum, team) => sum + team.weight, 0);
  let left = builder.random.next() * total;
  for (const [index, team] of teams.entries()) {
    left -= team.weight;
    const group = groups[index];
    if (left < 0 && group !== undefined) return group;
  }
  throw new Error('the demo has no group with a weight');
}

/**
 * Adds made-up people until the workspace has `members`: each with the base
 * grant of the workspace, in one to three groups, three in ten with a grant of
 * their own.
 */
export function addTeamMembers(
  builder: WorkspaceBuilder,
  people: PeopleMaker,
  members: number,
  teams: readonly TeamSpec[],
  groups: readonly Group[],
  ownGrant: () => Grant,
): User[] {
  const { random, state } = builder;
  const added: User[] = [];
  while (state.users.size < members) {
    const grants = [builder.all('member')];
    if (random.chance(0.3)) grants.push(ownGrant());
    const user = builder.user(people.next(), ...grants);
    const joins = 1 + Math.floor(2.6 * random.next() ** 2);
    for (let i = 0; i < joins; i += 1) chooseTeam(builder, teams, groups).userIds.add(user.id);
    added.push(user);
  }
  return added;
}
