import type { ResourceType, Snapshot } from '@contract/snapshot';
import { type Entity, keepPolicies, permitting } from '../cedar/cedar';
import { uidText } from '../cedar/reach';
import type { Peer } from './peer';
import { grantsOfMembers, labelText, type PreparedGrant } from './prepared-grants';

function conditionOf({ scope }: PreparedGrant, type: ResourceType): string {
  switch (scope.kind) {
    case 'all':
      return '';
    case 'list': {
      const listed = scope.resources.map((each) => uidText(each));
      return ` when { resource in [${listed.join(', ')}] }`;
    }
    case 'labels': {
      if (type !== 'SOURCE' && type !== 'SPACE' && type !== 'DESTINATION') return ' when { false }';
      const wearer = type === 'DESTINATION' ? 'resource.source' : 'resource';
      return ` when { ${wearer}.labels.containsAll(${JSON.stringify(scope.labels.map(labelText))}) }`;
    }
    case 'unknown':
      throw new Error('the workload has no unknown scopes');
  }
}

function policyText(grant: PreparedGrant, type: ResourceType): string {
  const { holder, edits } = grant;
  const principal = `principal ${holder.type === 'Group' ? 'in' : '=='} ${uidText(holder)}`;
  const actions = edits ? 'action in [Action::"view", Action::"edit"]' : 'action == Action::"view"';
  return `permit(${principal}, ${actions}, resource is ${type})${conditionOf(grant, type)};`;
}

/**
 * Cedar with a slice for each member: of the workspace's policies those of the
 * member and of their groups, parsed beforehand; of its entities the member, the
 * resource and, for a destination, its source.
 */
export class CedarPeer implements Peer {
  readonly name = 'Cedar';
  readonly #grants: ReturnType<typeof grantsOfMembers>;
  readonly #principals = new Map<string, Entity>();
  readonly #resources = new Map<string, readonly [Entity, ...Entity[]]>();

  constructor(snapshot: Snapshot) {
    this.#grants = grantsOfMembers(snapshot);
    const sources = new Map<string, Entity>();
    for (const each of snapshot.resources) {
      if (each.type !== 'SOURCE' && each.type !== 'SPACE') continue;
      const uid = { type: each.type, id: each.id };
      const entity = { uid, attrs: { labels: (each.labels ?? []).map(labelText) }, parents: [] };
      if (each.type === 'SOURCE') sources.set(each.id, entity);
      this.#resources.set(`${each.type}:${each.id}`, [entity]);
    }
    for (const each of snapshot.resources) {
      if (each.type === 'SOURCE' || each.type === 'SPACE') continue;
      const uid = { type: each.type, id: each.id };
      const source = each.type === 'DESTINATION' ? sources.get(each.sourceId) : undefined;
      const entities: [Entity, ...Entity[]] =
        source === undefined
          ? [{ uid, attrs: {}, parents: [] }]
          : [{ uid, attrs: { source: { __entity: source.uid } }, parents: [source.uid] }, source];
      this.#resources.set(`${each.type}:${each.id}`, entities);
    }
  }

  prepare(memberId: string): void {
    const policies = new Map<string, string>();
    const groups = new Set<string>();
    for (const grant of this.#grants.get(memberId) ?? []) {
      if (grant.holder.type === 'Group') groups.add(grant.holder.id);
      for (const type of grant.kinds) policies.set(String(policies.size), policyText(grant, type));
    }
    keepPolicies(memberId, policies);
    this.#principals.set(memberId, {
      uid: { type: 'Member', id: memberId },
      attrs: {},
      parents: [...groups].map((id) => ({ type: 'Group', id })),
    });
  }

  may(memberId: string, key: string, action: 'view' | 'edit'): boolean {
    const principal = this.#principals.get(memberId);
    const entities = this.#resources.get(key);
    if (principal === undefined || entities === undefined) throw new Error(`${memberId} is not prepared`);
    const request = { principal: principal.uid, action, resource: entities[0].uid };
    return permitting(memberId, { ...request, entities: [principal, ...entities] }).length > 0;
  }
}
