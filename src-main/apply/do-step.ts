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
 * Does one step that was not begun: reads the target again, leaves it alone
 * when it has moved, writes, and finds out what became of it.
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
    if (state === null || !isUnmoved(step.states.before, state)) {
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
