import { setFlagsFromString } from 'node:v8';
import { type EntityJson, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';

// Node 20 can abort in V8's deoptimizer once calls into WebAssembly are inlined into hot code.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

/** How Cedar names an entity. */
export interface Uid {
  readonly type: string;
  readonly id: string;
}

/** An entity as Cedar takes it. */
export type Entity = EntityJson & { readonly uid: Uid };

/** One request: may the principal do this to the resource, given these entities? */
export interface Request {
  readonly principal: Uid;
  readonly action: string;
  readonly resource: Uid;
  readonly entities: readonly Entity[];
}

/** Has Cedar parse policies by id and keep them under a name. Throws with Cedar's words when it cannot. */
export function keepPolicies(name: string, policies: ReadonlyMap<string, string>): void {
  const answer = preparsePolicySet(name, { staticPolicies: Object.fromEntries(policies) });
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('\n'));
}

/**
 * The ids of the kept policies that permit the request; none: denied. Throws
 * when Cedar cannot read the request, or a policy went wrong on it: a translation
 * that Cedar skips would look like a "no".
 */
export function permitting(name: string, { principal, action, resource, entities }: Request): string[] {
  const answer = statefulIsAuthorized({
    principal,
    action: { type: 'Action', id: action },
    resource,
    context: {},
    preparsedPolicySetId: name,
    entities: [...entities],
  });
  if (answer.type === 'failure') throw new Error(answer.errors.map(({ message }) => message).join('\n'));
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) {
    throw new Error(
      diagnostics.errors.map(({ policyId, error }) => `${policyId}: ${error.message}`).join('\n'),
    );
  }
  return decision === 'allow' ? diagnostics.reason : [];
}
