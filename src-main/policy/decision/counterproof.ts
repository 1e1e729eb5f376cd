import type { Change } from '@contract/changes';
import type { Grant, Group, LabelRef, Snapshot } from '@contract/snapshot';
import { catalogueRoles, findRole, takesScope } from '../catalogue/catalogue';
import { type RoleRights, rightsOf } from '../catalogue/role-rights';
import type { Action } from '../catalogue/role-schema';
import { apply } from '../changes/apply';
import { labelsOf } from '../changes/label-edits';
import { judgeChange } from '../granting/judge-change';
import type { Verdict } from '../granting/verdict';
import { isSameResource, labelText, type ResourceKey } from '../world/columns';
import { coverageOf, NOTHING } from '../world/powers';
import { buildWorld, columnIndex, type World } from '../world/world';
import { check, type Effect } from './decide';
import { holdingsOf, type Path } from './holdings';
import { resourceTarget } from './target';

/** A grant that nearly gives it, and what it lacks. */
export interface NearGrant {
  readonly path: Extract<Path, { kind: 'grant' }>;
  readonly lacks:
    | { readonly kind: 'right'; readonly roleName: string }
    | { readonly kind: 'labels'; readonly labels: readonly LabelRef[] }
    | { readonly kind: 'listing' };
}

/** One change that alone would allow it, and whether Segment would accept it. */
export interface Fix {
  readonly change: Change;
  readonly verdict: Verdict;
}

/** Why not, and what would help. Empty where the answer is not a "no". */
export interface Counterproof {
  readonly effect: Effect;
  readonly near: readonly NearGrant[];
  readonly fixes: readonly Fix[];
}

/** Whether one of the group's grants may help with the action on resources of this kind. */
function mayHelp({ grants }: Group, world: World, action: Action, { type }: ResourceKey): boolean {
  return (grants ?? []).some((grant) => {
    const rights = world.powers.rightsOfGrant(grant);
    return rights?.on[type].has(action) === true || rights?.reached.has(action) === true;
  });
}

/** What candidates are tried on. */
interface Around {
  /** Only what the question is about: the member, their own groups, the resource and what decides with it. */
  readonly small: Snapshot;
  /** The groups that the member could join and that may help; nobody is left in them. */
  readonly joinable: readonly Group[];
}

/** Of the snapshot only what the question is about: small enough to compile for every candidate. */
function aroundQuestion(world: World, memberId: string, action: Action, resource: ResourceKey): Around {
  const { snapshot } = world;
  const found = resourceIn(snapshot, resource);
  const source = found?.type === 'DESTINATION' ? found.sourceId : null;
  const engage = found?.type === 'SPACE' ? `Engage (${found.name})` : null;
  const joinable: Group[] = [];
  const groups = snapshot.groups.flatMap((group) => {
    if (group.memberIds?.includes(memberId) !== false) {
      return [{ ...group, memberIds: group.memberIds?.filter((id) => id === memberId) ?? null }];
    }
    if (mayHelp(group, world, action, resource)) joinable.push({ ...group, memberIds: [] });
    return [];
  });
  const small: Snapshot = {
    ...snapshot,
    members: snapshot.members.filter(({ id }) => id === memberId),
    groups,
    resources: snapshot.resources.filter(
      (each) => each === found || (each.type === 'SOURCE' && (each.id === source || each.name === engage)),
    ),
  };
  return { small, joinable };
}

function resourceIn({ resources }: Snapshot, key: ResourceKey) {
  return resources.find((each) => isSameResource(each, key));
}

function missingLabels({ scope }: Grant, worn: readonly LabelRef[]): LabelRef[] {
  if (scope.kind !== 'labels') return [];
  const carried = new Set(worn.map(labelText));
  return scope.labels.filter((label) => !carried.has(labelText(label)));
}

/** The labels that decide for the resource, and the resource that wears them. */
function wearer(snapshot: Snapshot, resource: ResourceKey): { key: ResourceKey; labels: LabelRef[] } | null {
  const found = resourceIn(snapshot, resource);
  if (found?.type === 'DESTINATION') return wearer(snapshot, { type: 'SOURCE', id: found.sourceId });
  const labels = found === undefined ? undefined : labelsOf(found);
  return found === undefined || labels === undefined || labels === null
    ? null
    : { key: { type: found.type, id: found.id }, labels };
}

function nearGrants(world: World, memberId: string, action: Action, resource: ResourceKey): NearGrant[] {
  const column = world.columns.list[columnIndex(world, resource) ?? -1];
  if (column === undefined) return [];
  const worn = wearer(world.snapshot, resource)?.labels ?? [];
  return holdingsOf(world, memberId).flatMap(({ path, power }): NearGrant[] => {
    if (path.kind !== 'grant') return [];
    const rights = world.powers.rightsOfGrant(path.grant);
    if (rights === null || !rights.role.kinds.has(resource.type)) return [];
    if (!rights.on[resource.type].has(action)) {
      return [{ path, lacks: { kind: 'right', roleName: rights.role.name } }];
    }
    // What reaches the resource, or may, lacks nothing here: another part of the question does.
    if (coverageOf(world.powers.get(power), column) !== NOTHING) return [];
    const labels = missingLabels(path.grant, worn);
    if (labels.length > 0) return [{ path, lacks: { kind: 'labels', labels } }];
    return path.grant.scope.kind === 'list' ? [{ path, lacks: { kind: 'listing' } }] : [];
  });
}

/** The narrowest scope of a role that reaches the resource: itself, its source, or all. */
function narrowScope({ role }: RoleRights, snapshot: Snapshot, resource: ResourceKey): Grant['scope'] {
  const found = resourceIn(snapshot, resource);
  const named: ResourceKey =
    found?.type === 'DESTINATION' ? { type: 'SOURCE', id: found.sourceId } : resource;
  switch (named.type) {
    case 'SOURCE':
    case 'SPACE':
    case 'WAREHOUSE':
    case 'FUNCTION': {
      const scope: Grant['scope'] = { kind: 'list', resources: [{ type: named.type, id: named.id }] };
      const contested = role.scopes.some((rule) => rule.kind === 'list' && rule.contested !== undefined);
      return takesScope(role, scope) && !contested ? scope : { kind: 'all' };
    }
    case 'DESTINATION':
    case 'TRACKING_PLAN':
      return { kind: 'all' };
  }
}

/** A change that may help, and the snapshot that it is tried on. */
interface Candidate {
  readonly change: Change;
  readonly on: Snapshot;
}

function candidates(
  { small: snapshot, joinable }: Around,
  memberId: string,
  action: Action,
  resource: ResourceKey,
  near: readonly NearGrant[],
): Candidate[] {
  const relabels = near.flatMap(({ lacks }): Change[] => {
    const worn = wearer(snapshot, resource);
    const [label, ...more] = lacks.kind === 'labels' ? lacks.labels : [];
    if (worn === null || label === undefined || more.length > 0) return [];
    return [{ kind: 'addLabel', resource: worn.key, label }];
  });
  // No other group matters to the member: each is tried alone, however many there are.
  const joins = joinable.map(
    (group): Candidate => ({
      change: { kind: 'addToGroup', groupId: group.id, memberId },
      on: { ...snapshot, groups: [...snapshot.groups, group] },
    }),
  );
  const holder = { kind: 'member' as const, id: memberId };
  // The source behind an Engage space is a part of that question too.
  const asked =
    action === 'connectEngageDestination' ? snapshot.resources : [{ type: resource.type, id: resource.id }];
  const grants = asked.flatMap((key) =>
    catalogueRoles.flatMap((role): Change[] => {
      const rights = rightsOf(role);
      if (role.owner || !(rights.on[key.type].has(action) || rights.reached.has(action))) return [];
      const scope = rights.reached.has(action)
        ? ({ kind: 'all' } as const)
        : narrowScope(rights, snapshot, key);
      const roleId = snapshot.roles.find(({ name }) => findRole(name) === role)?.id ?? role.name;
      return [{ kind: 'addGrant', holder, grant: { roleId, roleName: role.name, scope } }];
    }),
  );
  return [...[...grants, ...relabels].map((change): Candidate => ({ change, on: snapshot })), ...joins];
}

/**
 * For a denied action on a resource. Each fix was applied alone and allows it. It is judged where it
 * was tried: there is all that a rule for such a change looks at, and more of a thing never takes the
 * last owner away.
 */
export function counterproofOf(
  world: World,
  memberId: string,
  action: Action,
  resource: ResourceKey,
): Counterproof {
  const target = resourceTarget(resource);
  const effect = check(world, memberId, action, target);
  if (effect !== 'denied') return { effect, near: [], fixes: [] };
  const near = nearGrants(world, memberId, action, resource);
  const around = aroundQuestion(world, memberId, action, resource);
  const fixes = candidates(around, memberId, action, resource, near).flatMap(({ change, on }) => {
    const applied = apply(on, change);
    if (applied.kind === 'impossible') return [];
    if (check(buildWorld(applied.snapshot), memberId, action, target) !== 'allowed') return [];
    return [{ change, verdict: judgeChange(on, change) }];
  });
  return { effect, near, fixes };
}
