import type { Grant, Snapshot } from '@contract/snapshot';
import { findRole } from '../catalogue/catalogue';

function owns({ roleName, scope }: Grant): boolean {
  return scope.kind === 'all' && findRole(roleName)?.owner === true;
}

/** Whether somebody is an owner for certain, directly or through a group. */
export function hasOwner({ members, groups }: Pick<Snapshot, 'members' | 'groups'>): boolean {
  if (members.some(({ grants }) => grants?.some(owns) === true)) return true;
  const ids = new Set(members.map(({ id }) => id));
  return groups.some(
    ({ grants, memberIds }) => grants?.some(owns) === true && memberIds?.some((id) => ids.has(id)) === true,
  );
}
