import type { ApplyRecord, StepRecord } from '../../src-main/apply/record';
import type { PlanStep } from '../../src-main/plan/plan';
import { withCreatedGroups } from '../../src-main/plan/requests';
import type { Outcome } from './admin';
import type { Commit, FakeSegment } from './fake-segment';
import { US } from './fake-workspace';

/** Requests that a patient admin may need for one step, all faults included. */
const MOST_REQUESTS_A_STEP = 400;

interface Done {
  readonly step: PlanStep;
  readonly record: StepRecord;
  /** What would be sent, and what was: `null` where a group of it has not been created. */
  readonly text: string | null;
}

function requestText(record: ApplyRecord, step: PlanStep): string | null {
  try {
    const { method, path, body } = withCreatedGroups(step.request, new Map(Object.entries(record.created)));
    return `${method} ${path} ${body ?? ''}`;
  } catch {
    return null;
  }
}

const commitText = ({ method, path, body }: Commit): string => `${method} ${path} ${body ?? ''}`;

/**
 * Whether somebody else did to a target the very same as a step whose answer was lost, and the
 * admin was told: the next step was shown just that.
 */
function doneByOthers(steps: readonly Done[], fake: FakeSegment, record: ApplyRecord, part: string): boolean {
  return steps.some(({ step, record: noted, text }) => {
    const id = record.created[step.target.id] ?? step.target.id;
    return (
      noted.state.kind === 'applied' &&
      !noted.accepted &&
      part.split(':')[0]?.endsWith(`/${id}`) === true &&
      !fake.commits.some((each) => commitText(each) === text) &&
      record.foreign.some((each) => each.step === step.id)
    );
  });
}

/** Everything that is wrong with how a plan was applied; nothing when all is well. */
export function violations(fake: FakeSegment, { record, broken }: Outcome): string[] {
  const wrong = [...broken];
  const steps: Done[] = record.plan.steps.flatMap((step, index) => {
    const noted = record.steps[index];
    return noted === undefined ? [] : [{ step, record: noted, text: requestText(record, step) }];
  });
  if (steps.length !== record.plan.steps.length) wrong.push('the record has lost steps');
  if (fake.requests > MOST_REQUESTS_A_STEP * (steps.length + 1)) wrong.push(`${fake.requests} requests`);

  for (const [draftId, id] of Object.entries(record.created)) {
    if (fake.teams.get(id) !== undefined && fake.teams.get(id)?.by !== US) {
      wrong.push(`took the group of somebody else for its own ${draftId}`);
    }
  }
  for (const commit of fake.commits) {
    const text = commitText(commit);
    const own = steps.filter((each) => each.text === text);
    if (own.length === 0) wrong.push(`a write that nobody was shown: ${text}`);
    const undone = commit.undone.filter((part) => !doneByOthers(steps, fake, record, part));
    if (undone.length > 0) wrong.push(`${text} undid ${undone.join(' and ')}`);
    const told = own.some(({ step }) => record.foreign.some((each) => each.step === step.id));
    if (commit.overwritten.length > 0 && !told) {
      wrong.push(`${text} overwrote ${commit.overwritten.join(' and ')} and nobody was told`);
    }
  }
  for (const { step, record: noted, text } of steps) {
    const same = steps.filter((each) => each.text === text).length;
    const commits = fake.commits.filter((each) => commitText(each) === text).length;
    const sent = fake.arrivals.filter((each) => each === text).length;
    const name = `step ${step.number} (${text ?? step.words}, ${noted.state.kind})`;
    if (sent > 2 * same) wrong.push(`${name} was sent ${sent} times`);
    const additive =
      /^POST \/(groups|users|groups\/[^/]+\/permissions|users\/[^/]+\/permissions|invites|labels) /;
    if (text !== null && additive.test(text) && commits > same) {
      wrong.push(`${name} took effect ${commits} times`);
    }
    switch (noted.state.kind) {
      case 'applied':
        // Where the answer was lost, somebody else may have done the very same.
        if (commits === 0 && (noted.accepted || fake.foreignChanges === 0))
          wrong.push(`${name} was never done`);
        break;
      case 'conflict':
      case 'skipped':
      case 'planned':
      case 'refused':
        if (commits > 0 && same === 1) wrong.push(`${name} was done`);
        break;
      case 'unknown':
        break;
      case 'sending':
      case 'verifying':
        wrong.push(`${name} has not ended`);
        break;
    }
  }
  return wrong;
}
