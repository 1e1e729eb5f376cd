import { actionTargets, workspaceActions } from '../catalogue/action-targets';
import type { Action } from '../catalogue/role-schema';
import { check, type Effect } from '../decision/decide';
import { resourceTarget, type Target, theWorkspace } from '../decision/target';
import type { ResourceKey } from '../world/columns';
import type { World } from '../world/world';

/** Resources in the order of the snapshot. */
export interface Things {
  readonly allowed: readonly ResourceKey[];
  readonly unknown: readonly ResourceKey[];
}

function gather(
  world: World,
  resources: readonly ResourceKey[],
  memberId: string,
  targetOf: (key: ResourceKey) => Target,
  action: Action,
): Things {
  const found: Record<Effect, ResourceKey[]> = { allowed: [], denied: [], unknown: [] };
  for (const { type, id } of resources) {
    const key = { type, id };
    found[check(world, memberId, action, targetOf(key))].push(key);
  }
  return { allowed: found.allowed, unknown: found.unknown };
}

/** Every resource on which the member can do this. Not for connections: see `partnersOf`. */
export function whatCan(world: World, memberId: string, action: Action): Things {
  const types = actionTargets[action];
  if (types === 'workspace' || types === 'pair') return { allowed: [], unknown: [] };
  const resources = world.snapshot.resources.filter(({ type }) => types.includes(type));
  return gather(world, resources, memberId, resourceTarget, action);
}

/** Every resource that the member can connect with this one. */
export function partnersOf(world: World, memberId: string, end: ResourceKey): Things {
  const others = world.snapshot.resources.filter(({ type, id }) => type !== end.type || id !== end.id);
  return gather(world, others, memberId, (other) => ({ kind: 'pair', ends: [end, other] }), 'connect');
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
