import type { Snapshot } from '@contract/snapshot';
import { actionTargets } from '../../../src-main/policy/catalogue/action-targets';
import { type Action, actionSchema } from '../../../src-main/policy/catalogue/role-schema';
import type { Target } from '../../../src-main/policy/decision/target';
import type { Random } from '../../src-main/policy/random-world';

/**
 * What a proof saw on its random worlds: how often each thing was tried, by name, and each
 * failure in words with its world. Every proof takes a seed, so that it can be run again.
 */
export interface ProofResult {
  readonly counts: Record<string, number>;
  readonly failures: string[];
}

/** A result in which nothing was tried yet. */
export function nothingYet(): ProofResult {
  return { counts: {}, failures: [] };
}

/** Counts one more of this. */
export function count(result: ProofResult, what: string, many = 1): void {
  result.counts[what] = (result.counts[what] ?? 0) + many;
}

/** Notes a failure with everything needed to see it again. */
export function fail(result: ProofResult, what: string, seen: Record<string, unknown>): void {
  result.failures.push(`${what}: ${JSON.stringify(seen)}`);
}

/** A question about somebody who is there and something that is there. */
export interface RandomQuestion {
  readonly memberId: string;
  readonly action: Action;
  readonly target: Target;
}

/** An action with a target that it applies to. */
export function anyQuestion(random: Random, { members, resources }: Snapshot): RandomQuestion {
  const memberId = random.pick(members).id;
  const key = () => {
    const { type, id } = random.pick(resources);
    return { type, id };
  };
  for (;;) {
    const action = random.pick(actionSchema.options);
    const targets = actionTargets[action];
    if (targets === 'workspace') return { memberId, action, target: { kind: 'workspace' } };
    if (targets === 'pair') return { memberId, action, target: { kind: 'pair', ends: [key(), key()] } };
    const resource = key();
    if (targets.includes(resource.type)) {
      return { memberId, action, target: { kind: 'resource', ...resource } };
    }
  }
}
