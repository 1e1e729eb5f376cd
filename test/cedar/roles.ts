import type { Grant, Scope, Snapshot } from '@contract/snapshot';
import { catalogueSchema } from '../../src-main/policy/catalogue/role-schema';
import data from '../../src-main/policy/catalogue/roles.json';

/** The catalogue as it is written: data that SPEC makes part of its rules. */
const { roles } = catalogueSchema.parse(data);

/** A role as the catalogue writes it. */
export type RoleData = (typeof roles)[number];

/** A name without case, punctuation and repeated spaces (R1). */
function spelling(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, ' ')
    .trim();
}

function named(name: string): RoleData | undefined {
  return roles.find((role) => [role.name, ...role.aliases].some((each) => spelling(each) === spelling(name)));
}

/** R1: the role of a grant; `undefined` for one that the catalogue does not know. */
export function roleOf({ roleName, roleId }: Grant, workspace: Snapshot): RoleData | undefined {
  const known = named(roleName);
  if (known !== undefined) return known;
  const listed = workspace.roles.find(({ id }) => id === roleId);
  return listed === undefined ? undefined : named(listed.name);
}

/** The catalogue's rule for such a scope of the role; `undefined` where it gives the role none (R28). */
export function scopeRule(role: RoleData, scope: Scope): RoleData['scopes'][number] | undefined {
  return role.scopes.find((rule) => givesScope(rule, scope));
}

function givesScope(rule: RoleData['scopes'][number], scope: Scope): boolean {
  switch (scope.kind) {
    case 'all':
      return rule.kind === 'all' || rule.kind === 'workspace';
    case 'list':
      return rule.kind === 'list' && scope.resources.every(({ type }) => type === rule.type);
    case 'labels':
      return rule.kind === 'labels';
    case 'unknown':
      return false;
  }
}
