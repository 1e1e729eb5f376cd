import { type LabelRef, labelText } from './label';

/** The resource types that a grant can list one by one. */
export const LIST_TYPES = ['FUNCTION', 'SOURCE', 'SPACE', 'WAREHOUSE'] as const;
/** One of the types that a grant can list. */
export type ListType = (typeof LIST_TYPES)[number];

/**
 * What a grant reaches. `all` is all current and future resources of the role;
 * of several labels a resource must carry every one.
 */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'labels'; readonly labels: readonly LabelRef[] }
  | { readonly kind: 'list'; readonly type: ListType; readonly ids: readonly string[] };

/** One role over one scope. `policyId` is the id under which Segment stores it. */
export interface Grant {
  readonly policyId: string;
  readonly roleId: string;
  readonly scope: Scope;
}

/** Equal for two grants that give the same: the order of labels and of listed resources does not count. */
export function grantKey(grant: { readonly roleId: string; readonly scope: Scope }): string {
  const { scope } = grant;
  switch (scope.kind) {
    case 'all':
      return `${grant.roleId} all`;
    case 'labels':
      return `${grant.roleId} labels ${scope.labels.map(labelText).sort().join(' ')}`;
    case 'list':
      return `${grant.roleId} list ${scope.type} ${[...scope.ids].sort().join(' ')}`;
  }
}

/** The grants without repetitions, each in its first place. */
export function mergeGrants(...lists: ReadonlyArray<readonly Grant[]>): Grant[] {
  const merged = new Map<string, Grant>();
  for (const list of lists) {
    for (const grant of list) {
      const key = grantKey(grant);
      if (!merged.has(key)) merged.set(key, grant);
    }
  }
  return [...merged.values()];
}
