import type { GrantView, Reference, ScopeView } from '@contract/inspect';

/** All grants of one role that one holder has: their scopes add up, so they stand under each other with OR. */
export interface RoleBlock {
  roleId: string;
  roleName: string;
  roleKnown: boolean;
  /** `name` tells two scopes of one role apart. */
  scopes: { name: string; scope: ScopeView }[];
}

/** What one member or group holds. */
export interface HolderBlock {
  holder: Reference;
  roles: RoleBlock[];
}

/** Grants by holder and role, in the order in which main tells them. */
export function blocksOf(grants: readonly GrantView[]): HolderBlock[] {
  const blocks = new Map<string, HolderBlock>();
  const roles = new Map<string, RoleBlock>();
  for (const { holder, roleId, roleName, roleKnown, scope } of grants) {
    const holderKey = `${holder.subject.kind} ${holder.subject.id}`;
    const block = blocks.get(holderKey) ?? { holder, roles: [] };
    blocks.set(holderKey, block);
    const roleKey = JSON.stringify([holderKey, roleId, roleName]);
    const known = roles.get(roleKey);
    if (known !== undefined) {
      known.scopes.push({ name: String(known.scopes.length), scope });
      continue;
    }
    const role = { roleId, roleName, roleKnown, scopes: [{ name: '0', scope }] };
    roles.set(roleKey, role);
    block.roles.push(role);
  }
  return [...blocks.values()];
}
