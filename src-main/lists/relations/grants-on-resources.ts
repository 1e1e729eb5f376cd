import type { LabelRef, Resource, ResourceType } from '@contract/snapshot';
import { takesScope } from '../../policy/catalogue/catalogue';
import type { HeldGrant, HeldGrants } from './held-grants';
import type { ResourceRelations } from './resource-relations';
import { labelId, resourceId } from './subject-ids';

/**
 * The grants that concern a resource.
 *
 * - `named`: the grant's list names it. A destination cannot be named; here are
 *   the grants that name its source and whose role is about destinations too
 *   (roles page: Source Admin and Read-only include connected destinations).
 * - `byLabel`: the role is about its kind, and it carries all labels of the
 *   grant (labels page: several labels in one grant mean AND). A destination
 *   counts by the labels of its source. `null` when the labels are unknown.
 * - `overall`: the role is about its kind, over all current and future ones.
 * - `uncertain`: nobody can tell from here. The role is not in the catalogue,
 *   the scope could not be read or is one that the role does not take, or it
 *   hangs on labels that cannot be seen.
 */
export interface GrantsOnResource {
  readonly named: readonly HeldGrant[];
  readonly byLabel: readonly HeldGrant[] | null;
  readonly overall: readonly HeldGrant[];
  readonly uncertain: readonly HeldGrant[];
}

function collect<Key>(into: Map<Key, HeldGrant[]>, key: Key, held: HeldGrant): void {
  const grants = into.get(key);
  if (!grants) into.set(key, [held]);
  else if (grants.at(-1) !== held) grants.push(held);
}

function inOrder(grants: Iterable<HeldGrant>): HeldGrant[] {
  return [...new Set(grants)].sort((one, other) => one.position - other.position);
}

/** The labels that decide for a resource: its own, of a destination its source's; `null` when not to be seen. */
function decidingLabels(resource: Resource, relations: ResourceRelations): readonly LabelRef[] | null {
  switch (resource.type) {
    case 'SOURCE':
    case 'SPACE':
      return resource.labels;
    case 'DESTINATION': {
      const source = relations.byId.get(resourceId({ type: 'SOURCE', id: resource.sourceId }));
      return source?.type === 'SOURCE' ? source.labels : null;
    }
    case 'WAREHOUSE':
    case 'TRACKING_PLAN':
    case 'FUNCTION':
      return [];
  }
}

/**
 * Files the grants so that those of one resource are found without walking all
 * of them: a label grant stands under the first of its labels only, since a
 * resource that carries all of them carries that one too.
 */
export function createGrantsOnResources(
  held: HeldGrants,
  relations: ResourceRelations,
): (resource: Resource) => GrantsOnResource {
  const naming = new Map<string, HeldGrant[]>();
  const overall = new Map<ResourceType, HeldGrant[]>();
  const unclear = new Map<ResourceType, HeldGrant[]>();
  const anywhere: HeldGrant[] = [];
  const labelled: HeldGrant[] = [];
  const byFirstLabel = new Map<string, HeldGrant[]>();
  for (const one of held.all) {
    const { role } = one;
    const { scope } = one.grant;
    if (scope.kind === 'list') {
      for (const resource of scope.resources) collect(naming, resourceId(resource), one);
    }
    if (role !== null && !takesScope(role, scope)) {
      for (const kind of role.kinds) collect(unclear, kind, one);
      continue;
    }
    switch (scope.kind) {
      case 'all':
        if (role === null) anywhere.push(one);
        else for (const kind of role.kinds) collect(overall, kind, one);
        break;
      case 'labels': {
        labelled.push(one);
        const [first] = scope.labels;
        if (first) collect(byFirstLabel, labelId(first), one);
        break;
      }
      case 'unknown':
        anywhere.push(one);
        break;
      case 'list':
        break;
    }
  }

  const mayConcern = (one: HeldGrant, kind: ResourceType) => one.role === null || one.role.kinds.has(kind);
  const carriesAll = (one: HeldGrant, carried: ReadonlySet<string>) =>
    one.grant.scope.kind === 'labels' && one.grant.scope.labels.every((label) => carried.has(labelId(label)));

  return (resource) => {
    const { type } = resource;
    let uncertain = [...(unclear.get(type) ?? []), ...anywhere];

    let named: readonly HeldGrant[];
    if (type === 'DESTINATION') {
      const ofSource = naming.get(resourceId({ type: 'SOURCE', id: resource.sourceId })) ?? [];
      named = ofSource.filter((one) => one.role?.kinds.has(type));
      uncertain = uncertain.concat(ofSource.filter((one) => one.role === null));
    } else {
      named = naming.get(resourceId(resource)) ?? [];
    }

    const labels = decidingLabels(resource, relations);
    let byLabel: HeldGrant[] | null = null;
    if (labels === null) {
      uncertain = uncertain.concat(labelled.filter((one) => mayConcern(one, type)));
    } else {
      const carried = new Set(labels.map(labelId));
      const matching = [...carried]
        .flatMap((id) => byFirstLabel.get(id) ?? [])
        .filter((one) => mayConcern(one, type) && carriesAll(one, carried));
      byLabel = inOrder(matching.filter((one) => one.role !== null));
      uncertain = uncertain.concat(matching.filter((one) => one.role === null));
    }

    const settled = new Set(named);
    return {
      named,
      byLabel,
      overall: overall.get(type) ?? [],
      uncertain: inOrder(uncertain.filter((one) => !settled.has(one))),
    };
  };
}
