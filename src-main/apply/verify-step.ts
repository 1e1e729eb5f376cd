import { isReached } from '../plan/compare-states';
import type { PlanStep, TargetState } from '../plan/plan';
import { noteForeignChanges, noteTwins } from './foreign';
import { Halt, Unreadable } from './halt';
import { applied, type Run } from './run';

/** How often a target is read after its write until it shows it, and how long is waited between, in milliseconds. */
const LOOKS = 3;
const PAUSE_MS = 1000;

/** Whether the target shows the step's result. `created` is the id that Segment gave a new group. */
function shows(step: PlanStep, state: TargetState, created: string | undefined): boolean {
  if (step.creates !== null && created !== undefined) {
    return state.kind === 'groupsNamed' && state.ids.includes(created);
  }
  return isReached(step.states.after, state);
}

/**
 * Reads the target of a write that Segment has accepted, and says what it finds.
 *
 * @throws Halt; after one that stops everything the step is `unknown`
 */
export async function verifyStep(run: Run, index: number): Promise<void> {
  const { step } = run.at(index);
  const created = step.creates === null ? undefined : run.record().created[step.creates];
  let last: TargetState | null = null;
  let readAt: number | null = null;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (looks > 0) await run.sleep(PAUSE_MS);
    try {
      ({ state: last, readAt } = await run.look(index));
    } catch (error) {
      if (error instanceof Halt && error.kind === 'paused') throw error;
      if (!(error instanceof Halt || error instanceof Unreadable)) throw error;
      await run.note(index, {
        state: {
          kind: 'unknown',
          reason: `Segment accepted it, but it could not be read again. ${error.reason}`,
        },
      });
      await noteForeignChanges(run, [index]);
      if (error instanceof Halt) throw error;
      return;
    }
    if (last !== null && shows(step, last, created)) {
      await run.note(index, { until: readAt });
      await noteTwins(run, index, last);
      await noteForeignChanges(run, [index]);
      await run.note(index, { state: applied(run) });
      return;
    }
  }
  await run.note(index, { until: readAt });
  await noteForeignChanges(run, [index]);
  await tellOtherwise(run, index, last);
}

/** Segment accepted the write, and the target shows something else: somebody was quicker, or Segment did something else. */
async function tellOtherwise(run: Run, index: number, there: TargetState | null): Promise<void> {
  const { step } = run.at(index);
  const shown = run.lines(there).join('; ');
  const others = run.record().foreign.some((each) => each.step === step.id && each.event !== null);
  if (!others) {
    await run.note(index, {
      state: { kind: 'unknown', reason: `Segment accepted it, but shows something else: ${shown}.` },
    });
    return;
  }
  await run.update((now) => ({
    ...now,
    foreign: [
      ...now.foreign,
      {
        step: step.id,
        words: `${step.target.name}: after the change here it shows: ${shown}.`,
        event: null,
        untold: false,
      },
    ],
  }));
  await run.note(index, { state: applied(run) });
}
