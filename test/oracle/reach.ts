import type { LabelRef, Resource, Snapshot } from '@contract/snapshot';
import { both, certain, contest, type Derivation, possible } from './derivation';
import type { Holding } from './holdings';
import { type CatalogueRole, givesScope, isOfKind, roleOf } from './roles';

/** Labels that a resource carries for label grants; `null`: any, `undefined`: it never carries any. */
function carriedBy(snapshot: Snapshot, resource: Resource): LabelRef[] | null | undefined {
  if (resource.type === 'SOURCE' || resource.type === 'SPACE') return resource.labels;
  if (resource.type !== 'DESTINATION') return undefined;
  for (const source of snapshot.resources) {
    if (source.type === 'SOURCE' && source.id === resource.sourceId) return source.labels;
  }
  return null;
}

function carriesAll(carried: LabelRef[], wanted: LabelRef[]): boolean {
  return wanted.every((label) =>
    carried.some((worn) => worn.key === label.key && worn.value === label.value),
  );
}

/** R5, R8, R33, R35: reach of a list, `undefined` when there is none. */
function byList(
  snapshot: Snapshot,
  named: { type: string; id: string }[],
  role: CatalogueRole | undefined,
  resource: Resource,
): Derivation | undefined {
  const type = resource.type === 'DESTINATION' ? 'SOURCE' : resource.type;
  const id = resource.type === 'DESTINATION' ? resource.sourceId : resource.id;
  if (named.some((one) => one.type === type && one.id === id)) return certain;
  const isNameless = snapshot.unknowns.some(
    (unknown) => unknown.subject === 'functions' && unknown.id === resource.id,
  );
  if (resource.type === 'FUNCTION' && isNameless) return possible;
  const listsOfWarehouses = role?.scopes.some((scope) => scope.contested === 'warehouseLists') ?? false;
  if (resource.type === 'WAREHOUSE' && listsOfWarehouses) return contest(certain, 'warehouseLists');
  return undefined;
}

/** R6, R8, R29, R36: reach of labels, `undefined` when there is none. */
function byLabels(
  snapshot: Snapshot,
  labels: LabelRef[],
  holding: Extract<Holding, { kind: 'grant' }>,
  resource: Resource,
): Derivation | undefined {
  const carried = carriedBy(snapshot, resource);
  if (carried === undefined) return undefined;
  if (carried === null) return possible;
  if (!carriesAll(carried, labels)) return undefined;
  for (const sibling of holding.siblings) {
    if (sibling.scope.kind !== 'labels') continue;
    if (roleOf(sibling, snapshot.roles)?.name !== holding.role?.name) continue;
    if (!carriesAll(carried, sibling.scope.labels)) return contest(certain, 'sameRoleLabels');
  }
  return certain;
}

/** Whether and how a holding reaches a resource (R4 to R10, R27 to R36); `undefined`: it does not. */
export function reach(snapshot: Snapshot, holding: Holding, resource: Resource): Derivation | undefined {
  if (holding.kind === 'anything') return possible;
  const { role, held } = holding;
  const { scope } = holding.grant;
  if (role !== undefined && !isOfKind(role, resource.type)) return undefined;
  if (scope.kind === 'unknown') return possible;
  if (role !== undefined && !givesScope(role, scope)) return possible;
  const reached =
    scope.kind === 'all'
      ? certain
      : scope.kind === 'list'
        ? byList(snapshot, scope.resources, role, resource)
        : byLabels(snapshot, scope.labels, holding, resource);
  if (reached === undefined) return undefined;
  return role === undefined ? possible : both(held, reached);
}
