import type { Grant, ResourceType, Role, Scope } from '@contract/snapshot';
import { z } from 'zod';
import catalogue from '../../src-main/policy/catalogue/roles.json';

/**
 * The role catalogue as the oracle reads it: from the data file alone, with a
 * schema of its own, so that a mistake in the engine's reading shows.
 */

const permitSchema = z.object({
  on: z.string(),
  actions: z.union([z.literal('every'), z.array(z.string())]),
  when: z.enum(['scopeAll', 'scopeList']).optional(),
  contested: z.string().optional(),
});

const roleSchema = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  owner: z.boolean(),
  level: z.enum(['none', 'read', 'admin']),
  pii: z.enum(['none', 'always', 'withinReach']),
  barsPiiDownload: z.boolean().default(false),
  scopes: z.array(
    z.object({
      kind: z.enum(['workspace', 'all', 'list', 'labels']),
      type: z.string().optional(),
      contested: z.string().optional(),
    }),
  ),
  permits: z.array(permitSchema),
});

/** A role with what it permits, as far as questions about access need it. */
export type CatalogueRole = z.infer<typeof roleSchema>;

/** All roles of the catalogue, in its order. */
export const catalogueRoles: CatalogueRole[] = z
  .object({ roles: z.array(roleSchema) })
  .parse(catalogue).roles;

/** R1: a name without case, punctuation and repeated spaces. */
function folded(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '')
    .replace(/ +/g, ' ')
    .trim();
}

function byName(name: string): CatalogueRole | undefined {
  for (const role of catalogueRoles) {
    for (const known of [role.name, ...role.aliases]) {
      if (folded(known) === folded(name)) return role;
    }
  }
  return undefined;
}

/** R1: the role of a grant, by its name or else by the name that the workspace has for its id. */
export function roleOf(grant: Grant, listed: Role[]): CatalogueRole | undefined {
  const named = byName(grant.roleName);
  if (named !== undefined) return named;
  for (const role of listed) {
    if (role.id === grant.roleId) return byName(role.name);
  }
  return undefined;
}

/** R4: whether a resource type is among the kinds of a role. */
export function isOfKind(role: CatalogueRole, type: ResourceType): boolean {
  return role.permits.some((permit) => permit.on === type);
}

/**
 * R28: whether the catalogue gives a role this scope. The workspace as a scope is spelt `all`
 * in a grant; a list is given when everything in it is of the type that the role is listed by.
 */
export function givesScope(role: CatalogueRole, scope: Scope): boolean {
  return role.scopes.some(({ kind, type }) => {
    if (scope.kind === 'list') {
      return kind === 'list' && scope.resources.every((named) => named.type === type);
    }
    return kind === scope.kind || (scope.kind === 'all' && kind === 'workspace');
  });
}
