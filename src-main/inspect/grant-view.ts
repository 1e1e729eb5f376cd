import type { GrantView, ScopeView } from '@contract/inspect';
import type { Scope } from '@contract/snapshot';
import type { WorkspaceFacts } from '../lists/relations/facts';
import type { HeldGrant } from '../lists/relations/held-grants';
import { resourceId } from '../lists/relations/subject-ids';
import { COLLECTION_OF_TYPE } from '../lists/relations/unknown-reasons';
import type { CatalogueRole } from '../policy/catalogue/role-schema';

/** What a grant of a role that the catalogue does not know is about, in words. */
const RESOURCES_OF_UNKNOWN_ROLE = 'resources';

/** The scope with the names of what it lists. A listed resource whose kind could not be read may or may not exist. */
function viewScope(facts: WorkspaceFacts, scope: Scope, role: CatalogueRole | null): ScopeView {
  const of = role?.of ?? RESOURCES_OF_UNKNOWN_ROLE;
  switch (scope.kind) {
    case 'all':
      return { kind: 'all', of };
    case 'labels':
      return { kind: 'labels', labels: scope.labels.map(({ key, value }) => ({ key, value })), of };
    case 'unknown':
      return { kind: 'unknown', reason: scope.reason };
    case 'list':
      return {
        kind: 'list',
        resources: scope.resources.map(({ type, id }) => {
          const found = facts.resources().byId.get(resourceId({ type, id }));
          if (found) return { type, id, name: found.name, exists: true };
          const readable = facts.unknowns.whole(COLLECTION_OF_TYPE[type]) === null;
          return { type, id, name: null, exists: readable ? false : null };
        }),
      };
  }
}

/**
 * A grant as Segment words it. `throughGroup` is for a selected member who has
 * it only as one of the group that holds it.
 */
export function viewGrant(facts: WorkspaceFacts, held: HeldGrant, throughGroup = false): GrantView {
  const { holder, grant, role } = held;
  return {
    holder: { subject: { kind: holder.kind, id: holder.id }, name: holder.name },
    throughGroup,
    roleId: grant.roleId,
    roleName: grant.roleName,
    roleKnown: role !== null,
    scope: viewScope(facts, grant.scope, role),
  };
}
