import type { StepState } from '@contract/apply';
import { doStep } from './do-step';
import { noteForeignChanges } from './foreign';
import { Halt } from './halt';
import { readingFailure } from './outcome';
import { isOpen, isSettled } from './record';
import type { Run } from './run';
import { settleLost } from './settle-lost';
import { verifyStep } from './verify-step';

/** Looks whether the token still belongs to the workspace of the plan. @throws Halt */
async function requireWorkspace(run: Run): Promise<void> {
  let id: string;
  try {
    id = await run.remote.workspaceId();
  } catch (error) {
    const failure = readingFailure(error);
    throw failure instanceof Halt ? failure : new Halt('stopped', failure.reason);
  }
  if (id !== run.record().plan.workspaceId) {
    throw new Halt('stopped', 'The token belongs to another workspace. Nothing more was done.');
  }
}

/** Finds out what became of a step whose write was under way. @throws Halt */
async function settleStep(run: Run, index: number): Promise<void> {
  if (run.at(index).record.accepted) await verifyStep(run, index);
  else await settleLost(run, index);
}

function heed(run: Run): void {
  const asked = run.asked();
  if (asked.kind === 'pause') throw new Halt('paused', asked.reason);
  if (asked.kind === 'cancel') throw new Halt('stopped', asked.reason);
}

async function goThrough(run: Run): Promise<void> {
  await requireWorkspace(run);
  const { steps } = run.record();
  for (const index of steps.keys()) {
    if (isOpen(run.at(index).record.state)) await settleStep(run, index);
  }
  for (const index of steps.keys()) {
    heed(run);
    if (!isSettled(run.at(index).record.state)) await doStep(run, index);
  }
}

/** Steps whose write may have taken effect. */
const MAY_BE_DONE: readonly StepState['kind'][] = ['sending', 'verifying', 'applied', 'unknown'];

/** Looks once more for changes by others: the audit trail may come late. */
async function lookBack(run: Run): Promise<void> {
  const { steps } = run.record();
  await noteForeignChanges(
    run,
    [...steps.keys()].filter((index) => {
      const noted = steps[index];
      return noted !== undefined && noted.since !== null && MAY_BE_DONE.includes(noted.state.kind);
    }),
  );
}

/** Ends an apply that cannot go on: what was not begun is not going to be. */
async function stop(run: Run, reason: string): Promise<void> {
  await run.update((now) => ({
    ...now,
    kind: 'stopped',
    reason,
    steps: now.steps.map((each) => {
      if (each.state.kind === 'planned') return { ...each, state: { kind: 'skipped', reason } };
      if (!isOpen(each.state)) return each;
      return {
        ...each,
        state: { kind: 'unknown', reason: `It was not found out whether it was done. ${reason}` },
      };
    }),
  }));
}

/**
 * Goes through the steps of a record, from wherever it is, until all are done
 * or it is paused or stopped. Everything that happens is in the record.
 *
 * @throws what saving throws: then nothing more is done, and what is on disk holds
 */
export async function runApply(run: Run): Promise<void> {
  await run.update((now) => ({ ...now, kind: 'running', reason: null }));
  try {
    await goThrough(run);
  } catch (error) {
    if (!(error instanceof Halt)) throw error;
    const asked = run.asked();
    // Cancelling must not wait for a network that is away.
    if (error.kind === 'paused' && asked.kind !== 'cancel') {
      await run.update((now) => ({ ...now, kind: 'paused', reason: error.reason }));
      return;
    }
    await lookBack(run);
    await stop(run, error.kind === 'stopped' || asked.kind === 'go' ? error.reason : asked.reason);
    return;
  }
  await lookBack(run);
  await run.update((now) => ({ ...now, kind: 'finished' }));
}
