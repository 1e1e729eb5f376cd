import { createdGroup, isReached, isUnmoved } from '../plan/compare-states';
import type { TargetState } from '../plan/plan';
import { isQuiet, noteForeignChanges, noteTwins, whoChanged } from './foreign';
import { Halt, Unreadable } from './halt';
import type { Lost } from './outcome';
import type { Seen } from './remote';
import { applied, type Run } from './run';
import { sendStep } from './send-step';

/** A write is sent at most so often, however often Gatehouse is started. */
export const MOST_SENDS = 2;
/** A server that has answered is soon through with a write; one that has not may take this long, in milliseconds. */
const SETTLE_ANSWERED_MS = 2000;
export const SETTLE_UNANSWERED_MS = 60_000;

/** What is known of a write that was under way when Gatehouse ended. */
const FORGOTTEN: Lost = {
  kind: 'lost',
  reason: 'Gatehouse ended before the answer came.',
  answered: false,
  garbled: false,
};

async function unknown(run: Run, index: number, reason: string): Promise<Verdict> {
  await run.note(index, { state: { kind: 'unknown', reason } });
  await noteForeignChanges(run, [index]);
  return TOLD;
}

/** How long from now until the write cannot be under way any more, in milliseconds. */
function stillToWait(run: Run, index: number, { answered }: Lost): number {
  const longest = answered ? SETTLE_ANSWERED_MS : SETTLE_UNANSWERED_MS;
  const { sentAt } = run.at(index).record;
  return sentAt === null ? 0 : Math.min(longest, Math.max(0, sentAt + longest - run.now()));
}

/** How the search ended: the step's state is in the record, or the write may be sent once more (`readAt`: just read). */
type Verdict = { readonly kind: 'told' } | { readonly kind: 'notDone'; readonly readAt: number };

const TOLD: Verdict = { kind: 'told' };

/**
 * Finds out what became of a write whose answer was lost, by reading only, and
 * sends it once more where it certainly was not done. A write that may still be
 * under way is waited out first, except where the trail shows that it was ours.
 *
 * @param lost how it was lost; left out after a restart
 * @throws Halt
 */
export async function settleLost(run: Run, index: number, lost: Lost = FORGOTTEN): Promise<void> {
  let left: Lost | null = lost;
  while (left !== null) {
    const verdict = await search(run, index, left);
    if (verdict.kind === 'told') return;
    left = await sendAgain(run, index, left, verdict.readAt);
  }
}

/** Sends a write once more that was not done, unless it has been tried often enough or the admin has other wishes. */
async function sendAgain(run: Run, index: number, lost: Lost, readAt: number): Promise<Lost | null> {
  if (run.at(index).record.sends >= MOST_SENDS) {
    await run.note(index, {
      state: { kind: 'refused', reason: `${lost.reason} It was tried twice and was not done.` },
    });
    return null;
  }
  if (run.asked().kind === 'go') return sendStep(run, index, readAt);
  // Whoever goes on later reads the target again first.
  await run.note(index, { state: { kind: 'planned' } });
  return null;
}

async function search(run: Run, index: number, lost: Lost): Promise<Verdict> {
  try {
    const { state, readAt } = await lookUntilSettled(run, index, lost);
    return await judge(run, index, lost, state, readAt);
  } catch (error) {
    if (error instanceof Unreadable) return await unknown(run, index, `${lost.reason} ${error.reason}`);
    if (error instanceof Halt && error.kind === 'stopped') {
      await unknown(run, index, `${lost.reason} ${error.reason}`);
    }
    throw error;
  }
}

/** The target at a time when the write cannot be under way any more. */
async function lookUntilSettled(run: Run, index: number, lost: Lost): Promise<Seen> {
  const { step } = run.at(index);
  const seen = await run.look(index);
  const done = seen.state !== null && isReached(step.states.after, seen.state);
  if (done && (await whoChanged(run, index)) === 'us') return seen;
  const wait = stillToWait(run, index, lost);
  if (wait === 0) return seen;
  await run.sleep(wait);
  return run.look(index);
}

async function judge(
  run: Run,
  index: number,
  lost: Lost,
  there: TargetState | null,
  readAt: number,
): Promise<Verdict> {
  const { step } = run.at(index);
  await run.note(index, { until: readAt });
  if (there !== null) await noteTwins(run, index, there);
  if (there !== null && isReached(step.states.after, there)) return confirm(run, index, there);
  if (there === null || !isUnmoved(step.states.before, there)) {
    const shown = run.lines(there).join('; ');
    return unknown(run, index, `${lost.reason} Meanwhile it shows something else: ${shown}.`);
  }
  if (lost.garbled) {
    return unknown(run, index, `${lost.reason} Segment said that it was done, but nothing shows it.`);
  }
  // Later than this look the trail is asked about: `until` would hide what came since.
  await run.note(index, { until: null });
  if (await isQuiet(run, index)) return { kind: 'notDone', readAt };
  return unknown(
    run,
    index,
    `${lost.reason} It looks as before, but the audit trail does not show that nothing happened.`,
  );
}

/** The target is as wanted. A new group must be ours before anything is done to it. */
async function confirm(run: Run, index: number, there: TargetState): Promise<Verdict> {
  const { step } = run.at(index);
  if (step.creates !== null) {
    const id = createdGroup(step.states.after, there);
    const draftId = step.creates;
    if (id === null) return unknown(run, index, 'Several new groups have this name.');
    if ((await whoChanged(run, index)) !== 'us') {
      return unknown(
        run,
        index,
        'There is a new group of this name, and it cannot be told whether it was made here.',
      );
    }
    await run.update((now) => ({ ...now, created: { ...now.created, [draftId]: id } }));
  }
  await noteForeignChanges(run, [index]);
  await run.note(index, { state: applied(run) });
  return TOLD;
}
