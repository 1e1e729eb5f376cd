import type { ScopeView } from '@contract/inspect';
import { type Grant, grantableTypeSchema, type Scope } from '@contract/snapshot';

function rawScope(scope: ScopeView): Scope | null {
  switch (scope.kind) {
    case 'all':
      return { kind: 'all' };
    case 'labels':
      return { kind: 'labels', labels: scope.labels };
    case 'list': {
      const resources = scope.resources.flatMap(({ type, id }) => {
        const grantable = grantableTypeSchema.safeParse(type);
        return grantable.success ? [{ type: grantable.data, id }] : [];
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
