import type { Grant, Snapshot } from '@contract/snapshot';
import { findRole } from '../policy/catalogue/catalogue';
import type { CatalogueRole } from '../policy/catalogue/role-schema';

/** The role of a grant as the catalogue knows it (R1): by its name, else by the name that the workspace gives its id. */
export function roleOfGrant({ roles }: Pick<Snapshot, 'roles'>, grant: Grant): CatalogueRole | null {
  return findRole(grant.roleName) ?? findRole(roles.find(({ id }) => id === grant.roleId)?.name ?? '');
}

/** Whether a grant may make an owner. A role that the catalogue does not know is none: it is asked about nowhere. */
export function isOwnerGrant(snapshot: Pick<Snapshot, 'roles'>, grant: Grant): boolean {
  return roleOfGrant(snapshot, grant)?.owner === true;
}
