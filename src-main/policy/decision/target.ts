import type { ResourceType } from '@contract/snapshot';
import { actionTargets } from '../catalogue/action-targets';
import type { Action } from '../catalogue/role-schema';
import type { ResourceKey } from '../world/columns';

/** What an action is asked about: the workspace as a whole, a resource, or two to be connected. */
export type Target =
  | { readonly kind: 'workspace' }
  | ({ readonly kind: 'resource' } & ResourceKey)
  | { readonly kind: 'pair'; readonly ends: readonly [ResourceKey, ResourceKey] };

/** The target of workspace-wide actions. */
export const theWorkspace: Target = { kind: 'workspace' };

/** A resource as a target. */
export function resourceTarget({ type, id }: ResourceKey): Target {
  return { kind: 'resource', type, id };
}

/** Whether the action can be asked of such a target at all. */
export function applies(action: Action, target: Target): boolean {
  const targets = actionTargets[action];
  switch (target.kind) {
    case 'workspace':
      return targets === 'workspace';
    case 'pair':
      return targets === 'pair';
    case 'resource':
      return targets !== 'workspace' && targets !== 'pair' && targets.includes(target.type);
  }
}

/** The connections that the documentation describes: a source with a warehouse or with a tracking plan. */
export function isDocumentedPair(one: ResourceType, other: ResourceType): boolean {
  const partner = one === 'SOURCE' ? other : other === 'SOURCE' ? one : null;
  return partner === 'WAREHOUSE' || partner === 'TRACKING_PLAN';
}
