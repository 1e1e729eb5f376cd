import type { Finding, FindingRule, RuleSummary } from '@contract/findings';
import type { WorkspaceFacts } from '../lists/relations/facts';
import type { Policy } from '../policy/policy';
import type { Rule } from './finding';
import { lookAt } from './looked';
import { coveredByOthers } from './rules/covered-by-others';
import { emptyGroup, pendingInvite, unusedLabel } from './rules/leftovers';
import { labelsWithoutResource, opensNothing } from './rules/opens-nothing';
import { manyOwners, onlyOwners } from './rules/owners';
import { piiWithoutReach } from './rules/pii-without-reach';
import { relabelling } from './rules/relabelling';
import { severalAccounts } from './rules/several-accounts';

/** All rules, those that matter most first. */
export const RULES: readonly Rule[] = [
  manyOwners,
  relabelling,
  onlyOwners,
  piiWithoutReach,
  severalAccounts,
  pendingInvite,
  coveredByOthers,
  opensNothing,
  labelsWithoutResource,
  emptyGroup,
  unusedLabel,
];

/** Everything that the rules found in one workspace. */
export interface Findings {
  readonly rules: readonly RuleSummary[];
  readonly all: readonly Finding[];
  of(rule: FindingRule): readonly Finding[];
}

/** Looks through a compiled policy with every rule. Pure. */
export function findAll(policy: Policy, facts: WorkspaceFacts): Findings {
  const looked = lookAt(policy, facts);
  const byRule = new Map<FindingRule, readonly Finding[]>();
  const rules = RULES.map(({ rule, title, why, how, look }): RuleSummary => {
    const { findings, unknown } = look(looked);
    byRule.set(rule, findings);
    return { rule, title, why, how, count: findings.length, unknown };
  });
  return { rules, all: [...byRule.values()].flat(), of: (rule) => byRule.get(rule) ?? [] };
}
