import {
  type AppliedPlan,
  type ApplyRecord,
  applyRecordSchema,
  isSettled,
  stagedRecord,
} from '../../src-main/apply/record';
import { createRun } from '../../src-main/apply/run';
import { runApply } from '../../src-main/apply/run-apply';
import { createSegmentRemote } from '../../src-main/apply/segment-remote';
import { createSegmentClient } from '../../src-main/segment/client';
import type { FakeSegment, FaultName } from './fake-segment';
import { foreignAction } from './world';

/** What happens around one request: a fault, and another admin before it arrives. */
export interface Moment {
  readonly fault: FaultName | null;
  readonly foreign: readonly [number, number, number] | null;
}

/** What happens while a plan is applied. */
export interface Course {
  readonly moments: readonly Moment[];
  /** Writes of the journal at which the process ends; even: before it is on disk, odd: after. */
  readonly deaths: readonly number[];
  /** Whether our token's name in the trail is known. */
  readonly known: boolean;
}

/** How it ended, and what broke on the way. */
export interface Outcome {
  readonly record: ApplyRecord;
  readonly starts: number;
  readonly broken: readonly string[];
}

const MOST_STARTS = 60;
/** A start that sees no end within so many requests goes round in circles. */
const MOST_REQUESTS = 3000;

/**
 * Applies a plan like a patient admin: resumes whatever pauses, starts the app
 * again whenever it is killed, until it has ended.
 */
export async function applyPatiently(fake: FakeSegment, plan: AppliedPlan, course: Course): Promise<Outcome> {
  const broken: string[] = [];
  let disk = JSON.stringify(stagedRecord(plan, new Date(fake.now).toISOString()));
  let moment = 0;
  let saves = 0;
  let starts = 0;
  let kind: ApplyRecord['kind'] = 'staged';
  while (kind !== 'finished' && kind !== 'stopped' && starts < MOST_STARTS && fake.requests < MOST_REQUESTS) {
    starts += 1;
    fake.pass(100);
    await new Promise<void>((ended, failed) => {
      /** The process is dead: nobody hears of anything any more. */
      const never = new Promise<never>(() => undefined);
      let dead = false;
      const life = new AbortController();
      const die = (): Promise<never> => {
        dead = true;
        // Only so that no timer is left behind: nothing that it does is heard.
        life.abort();
        ended();
        return never;
      };
      const client = createSegmentClient({
        baseUrl: 'http://127.0.0.1',
        token: 'token',
        now: () => fake.now,
        sleep: async (ms) => (dead ? never : fake.pass(ms)),
        random: () => 0.5,
        fetch: async (url, init) => {
          if (dead) return never;
          const { fault, foreign } = course.moments[moment] ?? { fault: null, foreign: null };
          moment += 1;
          if (foreign !== null) foreignAction(fake, new URL(url).pathname, foreign);
          const body = typeof init.body === 'string' ? init.body : null;
          const answer = fake.request(init.method ?? 'GET', url, body, fault);
          if (answer === 'dead') return die();
          if (answer === 'dropped') throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
          return answer;
        },
      });
      const remote = createSegmentRemote({
        client,
        tokenId: course.known ? 'ours' : null,
        now: () => fake.now,
        signal: life.signal,
      });
      const run = createRun(
        {
          remote,
          now: () => fake.now,
          sleep: async (ms) => (dead ? never : fake.pass(ms)),
          asked: () => ({ kind: 'go' }),
          words: (state) => [JSON.stringify(state)],
          onChange: () => undefined,
          save: async (record) => {
            if (dead) return never;
            saves += 1;
            const dies = course.deaths.includes(saves);
            const text = JSON.stringify(record);
            if (!dies || saves % 2 === 1) {
              broken.push(...forgotten(applyRecordSchema.parse(JSON.parse(disk)), record));
              disk = text;
            }
            if (dies) return die();
          },
        },
        applyRecordSchema.parse(JSON.parse(disk)),
      );
      runApply(run).then(ended, failed);
    });
    ({ kind } = applyRecordSchema.parse(JSON.parse(disk)));
  }
  // Writes that are still on their way arrive.
  fake.pass(3_600_000);
  if (kind !== 'finished' && kind !== 'stopped')
    broken.push(`it does not end: ${starts} starts, ${fake.requests} requests`);
  return { record: applyRecordSchema.parse(JSON.parse(disk)), starts, broken };
}

/** What a newer record has lost of an older one. */
function forgotten(before: ApplyRecord, after: ApplyRecord): string[] {
  const lost = before.steps.flatMap(({ state }, index) => {
    const now = after.steps[index]?.state.kind;
    return isSettled(state) && now !== state.kind
      ? [`step ${index + 1} was ${state.kind} and is ${now}`]
      : [];
  });
  if (before.plan.hash !== after.plan.hash) lost.push('another plan');
  if (before.plan.steps.length !== after.steps.length) lost.push('steps are missing');
  return lost;
}
