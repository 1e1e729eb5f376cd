import type { ScopeView } from '@contract/inspect';
import type { Grant, ResourceRef, ResourceType, Scope } from '@contract/snapshot';

/** A listed resource as a grant names it; `null` for a kind that no grant can name. */
function rawResource(type: ResourceType, id: string): ResourceRef | null {
  switch (type) {
    case 'FUNCTION':
    case 'SOURCE':
    case 'SPACE':
    case 'WAREHOUSE':
      return { type, id };
    case 'DESTINATION':
    case 'TRACKING_PLAN':
      return null;
  }
}

function rawScope(scope: ScopeView): Scope | null {
  switch (scope.kind) {
    case 'all':
      return { kind: 'all' };
    case 'labels':
      return { kind: 'labels', labels: scope.labels };
    case 'list': {
      const resources = scope.resources.flatMap(({ type, id }) => {
        return rawResource(type, id) ?? [];
      });
      return resources.length === scope.resources.length && resources.length > 0
        ? { kind: 'list', resources }
        : null;
    }
    case 'unknown':
      return null;
  }
}

/** A grant that is shown, as it is in the snapshot; `null` where its scope is unknown. */
export function rawGrant(roleId: string, roleName: string, scope: ScopeView): Grant | null {
  const raw = rawScope(scope);
  return raw === null ? null : { roleId, roleName, scope: raw };
}
