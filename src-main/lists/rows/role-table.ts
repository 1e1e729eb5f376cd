import type { RoleRow } from '@contract/lists';
import { findRole } from '../../policy/catalogue/catalogue';
import type { WorkspaceFacts } from '../relations/facts';
import { createTable, type Table } from '../table';

export type RoleColumn = 'name' | 'members' | 'groups';
export type RoleTable = Table<RoleRow, RoleColumn>;

/**
 * The roles of the workspace's list, and any that only a grant names. Counted
 * are those who hold the role themselves; grants that could not be read are not.
 */
export function createRoleTable(facts: WorkspaceFacts): RoleTable {
  const held = facts.grants();
  const roles = new Map(facts.snapshot.roles.map((role) => [role.id, role]));
  for (const { grant } of held.all) {
    if (!roles.has(grant.roleId)) {
      roles.set(grant.roleId, { id: grant.roleId, name: grant.roleName, description: '' });
    }
  }
  const rows = [...roles.values()].map((role): RoleRow => {
    const holders = { member: new Set<string>(), group: new Set<string>() };
    for (const { holder } of held.ofRole(role.id)) holders[holder.kind].add(holder.id);
    return {
      id: role.id,
      name: role.name,
      description: role.description,
      members: holders.member.size,
      groups: holders.group.size,
      known: findRole(role.name) !== null,
    };
  });
  return createTable({
    rows,
    idOf: (row) => row.id,
    searched: (row) => [row.name, row.id, row.description],
    columns: {
      name: { by: 'text', of: (row) => row.name },
      members: { by: 'number', of: (row) => row.members },
      groups: { by: 'number', of: (row) => row.groups },
    },
    first: 'name',
  });
}
