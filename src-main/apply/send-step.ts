import { withCreatedGroups } from '../plan/requests';
import { Halt } from './halt';
import { type Lost, writeFailureOf } from './outcome';
import type { Run } from './run';
import { verifyStep } from './verify-step';

/**
 * Sends the write of a step whose target was just read and has not moved.
 * `readAt` is when that reading began. That it is sent is on disk before.
 *
 * @returns how the answer was lost; `null` where the record tells how it ended
 * @throws Halt
 */
export async function sendStep(run: Run, index: number, readAt: number): Promise<Lost | null> {
  const { step, record } = run.at(index);
  const { created } = run.record();
  const request = withCreatedGroups(step.request, new Map(Object.entries(created)));
  await run.note(index, {
    state: { kind: 'sending' },
    sends: record.sends + 1,
    sentAt: run.now(),
    // A second try looks for others' changes from the first reading on.
    since: record.since ?? readAt,
    until: null,
  });
  let groupId: string | null;
  try {
    ({ groupId } = await run.remote.write(request));
  } catch (error) {
    const failure = writeFailureOf(error);
    switch (failure.kind) {
      case 'refused':
        await run.note(index, { state: { kind: 'refused', reason: failure.reason } });
        return null;
      case 'tokenRefused':
        await run.note(index, { state: { kind: 'refused', reason: failure.reason } });
        throw new Halt('stopped', failure.reason);
      case 'limited':
        await run.note(index, { state: { kind: 'planned' }, sends: record.sends, since: record.since });
        throw new Halt('paused', failure.reason);
      case 'lost':
        return failure;
    }
  }
  await run.update((now) => ({
    ...now,
    created:
      groupId === null || step.creates === null ? now.created : { ...now.created, [step.creates]: groupId },
    steps: now.steps.map((each, place) =>
      place === index ? { ...each, state: { kind: 'verifying' }, accepted: true } : each,
    ),
  }));
  await verifyStep(run, index);
  return null;
}
