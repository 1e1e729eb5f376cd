import { isUnmoved } from '../plan/compare-states';
import { Unreadable } from './halt';
import type { Run } from './run';
import { sendStep } from './send-step';
import { settleLost } from './settle-lost';

/** The step's dependency that was not done, if there is one. */
function unmetNeed(run: Run, index: number): string | null {
  const { plan, steps } = run.record();
  const { step } = run.at(index);
  for (const [place, earlier] of plan.steps.entries()) {
    if (!step.dependsOn.includes(earlier.id)) continue;
    if (steps[place]?.state.kind !== 'applied') return `${earlier.number}. ${earlier.words}`;
  }
  return null;
}

/**
 * Whether others were at the target, or may have been, while an earlier step wrote it: it may look
 * as planned again and yet be just what somebody else wants it to be.
 */
function touchedByOthers(run: Run, index: number): boolean {
  const { plan, foreign } = run.record();
  const { target } = run.at(index).step;
  const whole = target.kind === 'group' || target.kind === 'member';
  return plan.steps
    .slice(0, index)
    .some(
      (earlier) =>
        earlier.target.id === target.id &&
        (whole || earlier.target.kind === target.kind) &&
        foreign.some(({ step }) => step === earlier.id),
    );
}

/**
 * Does one step that was not begun: reads the target again, leaves it alone
 * when it has moved or others were at it meanwhile, writes, and finds out what became of it.
 *
 * @throws Halt when the apply cannot go on
 */
export async function doStep(run: Run, index: number): Promise<void> {
  const unmet = unmetNeed(run, index);
  if (unmet !== null) {
    await run.note(index, {
      state: { kind: 'skipped', reason: `It needs a step that was not done: ${unmet}.` },
    });
    return;
  }
  const { step } = run.at(index);
  try {
    const { state, readAt } = await run.look(index);
    if (state === null || !isUnmoved(step.states.before, state) || touchedByOthers(run, index)) {
      await run.note(index, { state: { kind: 'conflict', there: run.lines(state) } });
      return;
    }
    const lost = await sendStep(run, index, readAt);
    if (lost !== null) await settleLost(run, index, lost);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    await run.note(index, {
      state: { kind: 'skipped', reason: `Its target could not be read. ${error.reason}` },
    });
  }
}
