import type { Grant, Snapshot } from '@contract/snapshot';
import { apply } from '../../policy/changes/apply';
import { labelsOf } from '../../policy/changes/label-edits';
import type { Decision } from '../../policy/decision/decide';
import { judgeChange } from '../../policy/granting/judge-change';
import { keyText, labelText } from '../../policy/world/columns';
import { buildWorld } from '../../policy/world/world';
import { changeOf, type EditStep } from './scenario-changes';
import type { Scenario, ScenarioQuery, ScenarioStep } from './scenario-file';
import { snapshotOf } from './scenario-snapshot';
import { targetOf } from './scenario-target';
import { askThreeWays } from './three-ways';

/** What came of a scenario. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly result: 'passed' | 'failed' | 'ambiguous';
  /** What was not as expected, each as a sentence. An ambiguous scenario may have some. */
  readonly differences: readonly string[];
}

/** The state while a scenario runs. */
interface Run {
  snapshot: Snapshot;
  readonly offers: Map<string, readonly Grant[]>;
  readonly differences: string[];
  /** Differences that no reading of the documentation excuses. */
  readonly faults: string[];
}

function because({ effect, reasons, errors }: Decision): string {
  const paths = reasons.map(({ path, doubt }) => {
    const way =
      path.kind === 'grant'
        ? `${path.holder.kind} ${path.holder.id} has ${path.grant.roleName} over ${path.grant.scope.kind}`
        : `${path.subject} could not be read`;
    return doubt === null ? way : `${way} (${doubt})`;
  });
  const all = [...paths, ...errors.map(({ message }) => message)];
  if (all.length > 0) return all.join('; ');
  return effect === 'denied' ? 'no grant gives it' : 'it cannot be told';
}

function runQuery(run: Run, { member, action, resource, allow }: ScenarioQuery): void {
  const { decision, disagreement } = askThreeWays(
    buildWorld(run.snapshot),
    member,
    action,
    targetOf(resource),
  );
  const question = [member, action, ...(resource === null ? [] : [resource])].join(' ');
  if (disagreement !== '') run.faults.push(`${question} ${disagreement}`);
  const got = decision.effect === 'unknown' ? 'unknown' : String(decision.effect === 'allowed');
  if (got !== String(allow)) {
    run.differences.push(`${question} expected ${allow} got ${got} because ${because(decision)}`);
  }
}

function editOf(run: Run, step: EditStep): { verdict: string; reasons: string } {
  const made = changeOf(step, run.offers);
  if (made.kind === 'never') return { verdict: 'refused', reasons: made.reason };
  const { verdict, reasons } = judgeChange(run.snapshot, made.change, { actor: null, offers: run.offers });
  if (verdict === 'accepted') {
    const applied = apply(run.snapshot, made.change);
    if (applied.kind === 'applied') run.snapshot = applied.snapshot;
    if (made.change.kind === 'invite') run.offers.set(made.change.email, made.change.grants);
    if (made.change.kind === 'revokeInvite' || made.change.kind === 'acceptInvite') {
      run.offers.delete(made.change.email);
    }
  }
  return { verdict, reasons: reasons.map(({ message }) => message).join('; ') };
}

function runStep(run: Run, step: ScenarioStep, position: number): void {
  switch (step.op) {
    case 'query':
      runQuery(run, step.q);
      return;
    case 'isMember': {
      const got = run.snapshot.members.some(({ id }) => id === step.member);
      if (got !== step.value) {
        run.differences.push(`isMember ${step.member} expected ${step.value} got ${got}`);
      }
      return;
    }
    case 'labelsOf': {
      const resource = run.snapshot.resources.find((each) => keyText(each) === step.resource);
      const got = (resource && labelsOf(resource))?.map(labelText).sort().join(', ') ?? 'no labels';
      const wanted = [...step.equals].sort().join(', ');
      if (got !== wanted) {
        run.differences.push(`labelsOf ${step.resource} expected [${wanted}] got [${got}]`);
      }
      return;
    }
    default: {
      const { verdict, reasons } = editOf(run, step);
      if (verdict === step.expect) return;
      const why = reasons === '' ? 'no rule speaks against it' : reasons;
      run.differences.push(
        `step ${position + 1} ${step.op} expected ${step.expect} got ${verdict} because ${why}`,
      );
    }
  }
}

/** Runs one scenario through the engine and the rules for changes. */
export function runScenario({ id, title, ambiguous, workspace, steps, queries }: Scenario): Outcome {
  const run: Run = { snapshot: snapshotOf(workspace), offers: new Map(), differences: [], faults: [] };
  steps.forEach((step, position) => {
    runStep(run, step, position);
  });
  for (const query of queries) runQuery(run, query);
  const differences = [...run.faults, ...run.differences];
  const failed = run.faults.length > 0 || (!ambiguous && run.differences.length > 0);
  return { id, title, result: failed ? 'failed' : ambiguous ? 'ambiguous' : 'passed', differences };
}
