import { createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import type { Snapshot } from '@contract/snapshot';
import type { Peer } from './peer';
import { grantsOfMembers, labelText, type PreparedGrant, preparedResources } from './prepared-grants';

function conditionsOf({ scope }: PreparedGrant): object | undefined {
  switch (scope.kind) {
    case 'all':
      return undefined;
    case 'list':
      return { listedAs: { $in: scope.resources.map(({ type, id }) => `${type}:${id}`) } };
    case 'labels':
      return { labels: { $all: scope.labels.map(labelText) } };
    case 'unknown':
      throw new Error('the workload has no unknown scopes');
  }
}

/** CASL with an ability for each member: the way its documentation shows. */
export class CaslPeer implements Peer {
  readonly name = 'CASL';
  readonly #grants: ReturnType<typeof grantsOfMembers>;
  readonly #subjects = new Map<string, ReturnType<typeof subject>>();
  readonly #abilities = new Map<string, MongoAbility>();

  constructor(snapshot: Snapshot) {
    this.#grants = grantsOfMembers(snapshot);
    for (const [key, { type, listedAs, labels }] of preparedResources(snapshot)) {
      this.#subjects.set(key, subject(type, { listedAs, labels: labels.map(labelText) }));
    }
  }

  prepare(memberId: string): void {
    const rules = (this.#grants.get(memberId) ?? [])
      .filter(({ kinds }) => kinds.size > 0)
      .map((grant) => {
        const conditions = conditionsOf(grant);
        const rule = { action: grant.edits ? ['view', 'edit'] : ['view'], subject: [...grant.kinds] };
        return conditions === undefined ? rule : { ...rule, conditions };
      });
    this.#abilities.set(memberId, createMongoAbility(rules));
  }

  may(memberId: string, key: string, action: 'view' | 'edit'): boolean {
    const ability = this.#abilities.get(memberId);
    const resource = this.#subjects.get(key);
    if (ability === undefined || resource === undefined) throw new Error(`${memberId} is not prepared`);
    return ability.can(action, resource);
  }
}
