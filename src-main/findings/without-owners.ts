import type { Grant, Snapshot } from '@contract/snapshot';
import { findRole } from '../policy/catalogue/catalogue';

/**
 * The workspace as if nobody held an owner role: what is left there is reached
 * without one. Roles that the catalogue does not know stay.
 */
export function withoutOwnerGrants(snapshot: Snapshot): Snapshot {
  const nameOf = new Map(snapshot.roles.map(({ id, name }) => [id, name]));
  const isOwner = ({ roleId, roleName }: Grant) =>
    (findRole(roleName) ?? findRole(nameOf.get(roleId) ?? ''))?.owner === true;
  const without = <Holder extends { readonly grants: readonly Grant[] | null }>(holder: Holder): Holder =>
    holder.grants?.some(isOwner) === true
      ? { ...holder, grants: holder.grants.filter((grant) => !isOwner(grant)) }
      : holder;
  return {
    ...snapshot,
    members: snapshot.members.map(without),
    groups: snapshot.groups.map(without),
  };
}
