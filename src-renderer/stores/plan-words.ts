import type { Attestation } from '@contract/attestations';
import type { Plan } from '@contract/snapshot';
import type { SnapshotSummary } from '@contract/workspaces';

/** A fact about a workspace: read from it, stated by the admin (never shown as a fact), or not known. */
export type Known<Value> =
  | { kind: 'read'; value: Value }
  | { kind: 'stated'; value: Value; by: string; at: string }
  | { kind: 'unknown'; reason: string };

const PLANS: Record<Plan, string> = { free: 'Free', team: 'Team', business: 'Business' };

export function planWords(plan: Plan): string {
  return PLANS[plan];
}

function reasonFor(summary: SnapshotSummary, subject: string): string {
  return (
    summary.unknowns.find((each) => each.subject === subject)?.reason ?? 'The Public API does not show this.'
  );
}

/** The plan of a workspace, from what was read or else from what was stated. */
export function knownPlan(summary: SnapshotSummary, statements: readonly Attestation[]): Known<Plan> {
  if (summary.plan !== null) return { kind: 'read', value: summary.plan };
  for (const { statement, by, at } of statements) {
    if (statement.subject === 'plan') return { kind: 'stated', value: statement.value, by, at };
  }
  return { kind: 'unknown', reason: reasonFor(summary, 'plan') };
}

/** Whether a workspace is HIPAA eligible, from what was read or else from what was stated. */
export function knownHipaa(summary: SnapshotSummary, statements: readonly Attestation[]): Known<boolean> {
  if (summary.hipaaEligible !== null) return { kind: 'read', value: summary.hipaaEligible };
  for (const { statement, by, at } of statements) {
    if (statement.subject === 'hipaaEligible') return { kind: 'stated', value: statement.value, by, at };
  }
  return { kind: 'unknown', reason: reasonFor(summary, 'hipaaEligible') };
}
