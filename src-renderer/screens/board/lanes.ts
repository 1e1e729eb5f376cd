import type { RoleRow } from '@contract/lists';

/** A role that can be granted over labels, as the board shows it. */
export interface Lane {
  roleId: string;
  /** As the workspace words it. */
  roleName: string;
  /** For little room. */
  short: string;
}

/** The five roles that take labels: their names, older names of the same, and short ones. */
const LABEL_ROLES: readonly { names: readonly string[]; short: string }[] = [
  { names: ['Source Admin'], short: 'Source Admin' },
  { names: ['Source Read-only'], short: 'Source Read-only' },
  { names: ['Unify and Engage Admin', 'Engage Admin', 'Unify Admin'], short: 'Engage Admin' },
  { names: ['Unify and Engage Read-only', 'Engage Read-only'], short: 'Engage Read-only' },
  {
    names: ['Unify Read-only, Engage User', 'Unify Read-only and Engage User', 'Engage User'],
    short: 'Engage User',
  },
];

/** The lanes of every principal, for those of the five roles that the workspace has. */
export function lanesOf(roles: readonly RoleRow[]): Lane[] {
  return LABEL_ROLES.flatMap(({ names, short }) => {
    const role = roles.find(({ name }) => names.includes(name));
    return role === undefined ? [] : [{ roleId: role.id, roleName: role.name, short }];
  });
}
