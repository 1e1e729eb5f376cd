import { type ResourceType, resourceTypeSchema } from '@contract/snapshot';
import { actionTargets, workspaceActions } from '../catalogue/action-targets';
import type { Action } from '../catalogue/role-schema';
import { check, type Effect } from '../decision/decide';
import { COLLECTION_OF, type DecisionError, unreadError } from '../decision/question';
import { resourceTarget, type Target, theWorkspace } from '../decision/target';
import type { ResourceKey } from '../world/columns';
import type { World } from '../world/world';

/** Resources in the order of the snapshot; `errors` says where there may be others (R59). */
export interface Things {
  readonly allowed: readonly ResourceKey[];
  readonly unknown: readonly ResourceKey[];
  readonly errors: readonly DecisionError[];
}

function gather(
  world: World,
  resources: readonly ResourceKey[],
  memberId: string,
  targetOf: (key: ResourceKey) => Target,
  action: Action,
  types: readonly ResourceType[],
): Things {
  const found: Record<Effect, ResourceKey[]> = { allowed: [], denied: [], unknown: [] };
  for (const { type, id } of resources) {
    const key = { type, id };
    found[check(world, memberId, action, targetOf(key))].push(key);
  }
  const errors = types.flatMap((type) => unreadError(world, COLLECTION_OF[type]));
  return { allowed: found.allowed, unknown: found.unknown, errors };
}

/** Every resource on which the member can do this. Not for connections: see `partnersOf`. */
export function whatCan(world: World, memberId: string, action: Action): Things {
  const types = actionTargets[action];
  if (types === 'workspace' || types === 'pair') return { allowed: [], unknown: [], errors: [] };
  const resources = world.snapshot.resources.filter(({ type }) => types.includes(type));
  return gather(world, resources, memberId, resourceTarget, action, types);
}

/** Every resource that the member can connect with this one. */
export function partnersOf(world: World, memberId: string, end: ResourceKey): Things {
  const others = world.snapshot.resources.filter(({ type, id }) => type !== end.type || id !== end.id);
  const pair = (other: ResourceKey): Target => ({ kind: 'pair', ends: [end, other] });
  return gather(world, others, memberId, pair, 'connect', resourceTypeSchema.options);
}

/** What the member can do in the workspace as a whole. */
export function workspaceRights(
  world: World,
  memberId: string,
): Readonly<Record<'allowed' | 'unknown', readonly Action[]>> {
  const found: Record<Effect, Action[]> = { allowed: [], denied: [], unknown: [] };
  for (const action of workspaceActions) found[check(world, memberId, action, theWorkspace)].push(action);
  return { allowed: found.allowed, unknown: found.unknown };
}
