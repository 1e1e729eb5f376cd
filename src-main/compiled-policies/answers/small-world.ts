import type { Group, Snapshot } from '@contract/snapshot';
import { findRole } from '../../policy/catalogue/catalogue';
import type { Action } from '../../policy/catalogue/role-schema';
import { compile, type Policy } from '../../policy/policy';
import type { HeldPolicy } from '../held-policy';
import type { ResourceKey } from './names';

/** The most groups that somebody is advised to join. */
const MOST_GROUPS = 20;

/** Whether the group unmasks PII: it can help with PII without giving anything alone. */
function unmasks({ grants }: Group): boolean {
  return (grants ?? []).some(({ roleName }) => findRole(roleName)?.pii !== 'none');
}

/** The groups that may help, those that give least first. */
function helpers({ policy, groupsAlone }: HeldPolicy, action: Action, resource: ResourceKey): Set<Group> {
  const alone = new Set(groupsAlone().whoCanReach({ kind: 'resource', ...resource }, action).allowed);
  const about = action === 'viewPii' || action === 'downloadPii' ? unmasks : () => false;
  return new Set(
    policy.snapshot.groups
      .filter((group) => alone.has(group.id) || about(group))
      .sort((one, other) => (one.grants?.length ?? 0) - (other.grants?.length ?? 0))
      .slice(0, MOST_GROUPS),
  );
}

/**
 * The part of a workspace that a "no" is explained from: the member, the resource, the groups of
 * the member and the few that would help. Every fix is tried on a world of its own; among a
 * thousand groups that would take many seconds.
 */
export function smallWorld(
  held: HeldPolicy,
  memberId: string,
  action: Action,
  resource: ResourceKey,
): Policy {
  const { snapshot } = held.policy;
  const found = held.facts.resources().byId.get(`${resource.type}:${resource.id}`);
  const engage = found?.type === 'SPACE' ? `Engage (${found.name})` : null;
  const few = helpers(held, action, resource);
  const small: Snapshot = {
    ...snapshot,
    members: snapshot.members.filter(({ id }) => id === memberId),
    groups: snapshot.groups.flatMap((group) => {
      const isIn = group.memberIds?.includes(memberId) !== false;
      if (!isIn && !few.has(group)) return [];
      return [{ ...group, memberIds: group.memberIds?.filter((id) => id === memberId) ?? null }];
    }),
    resources: snapshot.resources.filter(
      ({ type, id, name }) =>
        (type === resource.type && id === resource.id) ||
        (type === 'SOURCE' && found?.type === 'DESTINATION' && id === found.sourceId) ||
        (type === 'SOURCE' && name === engage),
    ),
  };
  return compile(small);
}
