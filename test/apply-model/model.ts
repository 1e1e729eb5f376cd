import fc from 'fast-check';
import { plannedCopy } from '../../src-main/apply/planned-copy';
import { makePlan } from '../../src-main/plan/make-plan';
import { applyPatiently, type Course, type Outcome } from './admin';
import { FAULTS, FakeSegment } from './fake-segment';
import { violations } from './invariants';
import { changeFrom, snapshotOf } from './world';

const numbers = fc.tuple(fc.nat(29), fc.nat(11), fc.nat(20));

const moment = fc.record({
  fault: fc.oneof(
    { weight: 20, arbitrary: fc.constant(null) },
    { weight: 12, arbitrary: fc.constantFrom(...FAULTS.filter((fault) => fault !== '401')) },
    { weight: 1, arbitrary: fc.constantFrom('401' as const, null) },
  ),
  foreign: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: numbers }),
});

const scenario = fc.record({
  draft: fc.array(numbers, { minLength: 2, maxLength: 8, size: 'max' }),
  course: fc.record({
    moments: fc.array(moment, { minLength: 10, maxLength: 60, size: 'max' }),
    deaths: fc.array(fc.integer({ min: 2, max: 60 }), { maxLength: 3 }),
    known: fc.boolean(),
  }),
});

/** What the runs have seen, to know that they are worth something. */
export interface Seen {
  runs: number;
  steps: number;
  requests: number;
  faults: number;
  starts: number;
  foreignChanges: number;
  commits: number;
  overwritten: number;
  states: Map<string, number>;
  /** The latest run that broke a promise, for a look at it. */
  broken: { fake: FakeSegment; outcome: Outcome } | null;
}

export function nothingSeen(): Seen {
  return {
    runs: 0,
    steps: 0,
    requests: 0,
    faults: 0,
    starts: 0,
    foreignChanges: 0,
    commits: 0,
    overwritten: 0,
    states: new Map(),
    broken: null,
  };
}

async function apply(draft: readonly (readonly [number, number, number])[], course: Course, seen: Seen) {
  const fake = new FakeSegment();
  const base = snapshotOf(fake);
  const items = draft.map((each, index) => ({
    id: `i${index}`,
    change: changeFrom(base, each),
    words: `${index}`,
  }));
  const plan = makePlan(base, items);
  const outcome = await applyPatiently(
    fake,
    plannedCopy('00000000-0000-4000-8000-000000000000', { plan, draftRevision: 1 }),
    course,
  );
  const wrong = violations(fake, outcome);
  // What was all done is not planned again.
  const all = outcome.record.steps.every(({ state }) => state.kind === 'applied');
  if (all && fake.foreignChanges === 0 && wrong.length === 0) {
    const left = makePlan(snapshotOf(fake), items).steps.map(
      ({ words, request }) => `${words} ${request.body}`,
    );
    // What was done to a new group is matched by its new id, which the draft learns: not here.
    const matched = plan.steps.every(({ creates }) => creates === null);
    if (left.length > 0 && plan.leftOut.length === 0 && matched)
      wrong.push(`still to do: ${left.join('; ')}`);
  }
  if (wrong.length > 0) seen.broken = { fake, outcome };
  seen.runs += 1;
  seen.steps += plan.steps.length;
  seen.requests += fake.requests;
  seen.faults += course.moments.slice(0, fake.requests).filter(({ fault }) => fault !== null).length;
  seen.starts += outcome.starts;
  seen.foreignChanges += fake.foreignChanges;
  seen.commits += fake.commits.length;
  seen.overwritten += fake.commits.filter(({ overwritten }) => overwritten.length > 0).length;
  for (const { state } of outcome.record.steps) {
    seen.states.set(state.kind, (seen.states.get(state.kind) ?? 0) + 1);
  }
  return wrong;
}

/**
 * Applies random drafts over a network that fails, with another admin at work, and a
 * process that is killed; throws with the smallest course that breaks a promise.
 */
export async function proveApply(numRuns: number, seed: number, seen = nothingSeen()): Promise<Seen> {
  await fc.assert(
    fc.asyncProperty(scenario, async ({ draft, course }) => {
      const wrong = await apply(draft, course, seen);
      if (wrong.length > 0) throw new Error(wrong.join('\n'));
    }),
    { numRuns, seed },
  );
  return seen;
}
