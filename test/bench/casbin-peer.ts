import type { Snapshot } from '@contract/snapshot';
import { Enforcer, newEnforcer, newModelFromString } from 'casbin';
import type { Peer } from './peer';
import {
  grantsOfMembers,
  labelText,
  type PreparedGrant,
  type PreparedResource,
  preparedResources,
} from './prepared-grants';

const MODEL = `
[request_definition]
r = resource, action

[policy_definition]
p = type, level, scope

[policy_effect]
e = some(where (p.eft == allow))

[matchers]
m = r.resource.type == p.type && (p.level == "edit" || r.action == "view") && reaches(r.resource, p.scope)
`;

/** What the function of the model asks of a scope, kept by the scope's number. */
type Test = (resource: PreparedResource & { readonly texts: ReadonlySet<string> }) => boolean;

function testOf({ scope }: PreparedGrant): Test {
  switch (scope.kind) {
    case 'all':
      return () => true;
    case 'list': {
      const listed = new Set(scope.resources.map(({ type, id }) => `${type}:${id}`));
      return ({ listedAs }) => listed.has(listedAs);
    }
    case 'labels': {
      const asked = scope.labels.map(labelText);
      return ({ texts }) => asked.every((text) => texts.has(text));
    }
    case 'unknown':
      throw new Error('the workload has no unknown scopes');
  }
}

/** casbin with an enforcer for each member: one policy line for each grant and kind. */
export class CasbinPeer implements Peer {
  readonly name = 'casbin';
  readonly #grants: ReturnType<typeof grantsOfMembers>;
  readonly #resources = new Map<string, PreparedResource & { readonly texts: ReadonlySet<string> }>();
  readonly #enforcers = new Map<string, Enforcer>();
  readonly #tests: Test[] = [];

  private constructor(snapshot: Snapshot) {
    this.#grants = grantsOfMembers(snapshot);
    for (const [key, each] of preparedResources(snapshot)) {
      this.#resources.set(key, { ...each, texts: new Set(each.labels.map(labelText)) });
    }
  }

  /** casbin makes its enforcers asynchronously: these members are ready when the promise is. */
  static async of(snapshot: Snapshot, memberIds: readonly string[]): Promise<CasbinPeer> {
    const peer = new CasbinPeer(snapshot);
    for (const id of memberIds) await peer.#enforce(id);
    return peer;
  }

  async #enforce(memberId: string): Promise<void> {
    const lines = (this.#grants.get(memberId) ?? []).flatMap((grant) => {
      const scope = this.#tests.push(testOf(grant)) - 1;
      return [...grant.kinds].map((type) => [type, grant.edits ? 'edit' : 'view', String(scope)]);
    });
    const enforcer = await newEnforcer(newModelFromString(MODEL));
    if (!(enforcer instanceof Enforcer)) throw new Error('casbin made something else than an enforcer');
    await enforcer.addFunction('reaches', (resource: Parameters<Test>[0], scope: string) => {
      const test = this.#tests[Number(scope)];
      return test?.(resource) === true;
    });
    await enforcer.addPolicies(lines);
    this.#enforcers.set(memberId, enforcer);
  }

  prepare(memberId: string): void {
    if (!this.#enforcers.has(memberId)) throw new Error(`${memberId} has no enforcer`);
  }

  may(memberId: string, key: string, action: 'view' | 'edit'): boolean {
    const enforcer = this.#enforcers.get(memberId);
    if (enforcer === undefined) throw new Error(`${memberId} has no enforcer`);
    return enforcer.enforceSync(this.#resources.get(key), action);
  }
}
