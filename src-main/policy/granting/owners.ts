import type { Grant, Group, Snapshot } from '@contract/snapshot';
import { findRole } from '../catalogue/catalogue';
import { doubtOfMembership, missingGroups } from '../world/world';

/** Whether a workspace has an owner; `possible` where only what cannot be seen might make somebody one. */
export type Ownership = 'certain' | 'possible' | 'none';

type People = Pick<Snapshot, 'members' | 'groups' | 'roles' | 'unknowns'>;

/** What these grants make of who holds them. The owner role over anything but `all` is not described. */
function ownershipBy(grants: readonly Grant[] | null, { roles }: People): Ownership {
  if (grants === null) return 'possible';
  let found: Ownership = 'none';
  for (const { roleId, roleName, scope } of grants) {
    const role = findRole(roleName) ?? findRole(roles.find(({ id }) => id === roleId)?.name ?? '');
    if (role !== null && !role.owner) continue;
    if (role !== null && scope.kind === 'all') return 'certain';
    found = 'possible';
  }
  return found;
}

/** Whether somebody is in the group. */
function inhabited(group: Group, members: ReadonlySet<string>): Ownership {
  if (doubtOfMembership(group) !== null) return 'possible';
  return group.memberIds?.some((id) => members.has(id)) === true ? 'certain' : 'none';
}

function both(one: Ownership, other: Ownership): Ownership {
  if (one === 'none' || other === 'none') return 'none';
  return one === 'certain' && other === 'certain' ? 'certain' : 'possible';
}

/** Whether somebody is an owner, directly or through a group. */
export function ownershipOf(people: People): Ownership {
  const { members, groups, unknowns } = people;
  let known: ReadonlySet<string> | null = null;
  const ids = () => {
    known ??= new Set(members.map(({ id }) => id));
    return known;
  };
  let possible = false;
  // A certain owner decides: the search ends there, since every change of a draft asks this.
  for (const { grants } of members) {
    const given = ownershipBy(grants, people);
    if (given === 'certain') return given;
    possible ||= given === 'possible';
  }
  for (const group of groups) {
    const given = ownershipBy(group.grants, people);
    if (given === 'none') continue;
    const together = both(given, inhabited(group, ids()));
    if (together === 'certain') return together;
    possible ||= together === 'possible';
  }
  const unreadMembers = unknowns.some(({ subject, id }) => subject === 'members' && id === undefined);
  const maybe = possible || unreadMembers || (missingGroups(people) !== null && members.length > 0);
  return maybe ? 'possible' : 'none';
}
