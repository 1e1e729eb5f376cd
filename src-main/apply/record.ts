import {
  type ApplyView,
  type PlanView,
  planViewSchema,
  type StepState,
  stepStateSchema,
} from '@contract/apply';
import { z } from 'zod';
import { type PlanStep, planStepSchema } from '../plan/plan';

/** The plan that is applied: what the window was shown, and what the steps need beyond it. */
export const appliedPlanSchema = planViewSchema.extend({
  workspaceId: z.string(),
  steps: z.array(planStepSchema),
});
export type AppliedPlan = z.infer<typeof appliedPlanSchema>;

/** One step as the journal keeps it. Times are in milliseconds since 1970. */
export const stepRecordSchema = z.object({
  state: stepStateSchema,
  /** How often the write may have been sent, over all starts of the app. */
  sends: z.number().int().nonnegative(),
  /** When it was sent last, by this machine's clock. */
  sentAt: z.number().nullable(),
  /** Whether Segment answered that it is done. */
  accepted: z.boolean(),
  /** From the reading before the write to the reading after it, by the server's clock: what the audit trail is asked for. */
  since: z.number().nullable(),
  until: z.number().nullable(),
});
export type StepRecord = z.infer<typeof stepRecordSchema>;

/**
 * Everything that one apply has done, as it is written around each step. `staged`:
 * the admin has not confirmed yet, nothing was sent.
 */
export const applyRecordSchema = z.object({
  plan: appliedPlanSchema,
  kind: z.enum(['staged', 'running', 'paused', 'stopped', 'finished']),
  reason: z.string().nullable(),
  steps: z.array(stepRecordSchema),
  /**
   * Changes by others in the windows of the steps. `event` is the audit event, `null` for what
   * was seen otherwise; `untold`: the trail could not be read, so that nobody knows.
   */
  foreign: z.array(
    z.object({ step: z.string(), words: z.string(), event: z.string().nullable(), untold: z.boolean() }),
  ),
  /** Ids that groups of the plan have got, by their ids in the draft. */
  created: z.record(z.string(), z.string()),
  startedAt: z.iso.datetime(),
});
export type ApplyRecord = z.infer<typeof applyRecordSchema>;

/** An apply that has not begun. */
export function stagedRecord(plan: AppliedPlan, startedAt: string): ApplyRecord {
  return {
    plan,
    kind: 'staged',
    reason: null,
    steps: plan.steps.map(() => ({
      state: { kind: 'planned' },
      sends: 0,
      sentAt: null,
      accepted: false,
      since: null,
      until: null,
    })),
    foreign: [],
    created: {},
    startedAt,
  };
}

/** Whether nothing more happens to a step. */
export function isSettled(state: StepState): boolean {
  switch (state.kind) {
    case 'planned':
    case 'sending':
    case 'verifying':
      return false;
    case 'applied':
    case 'conflict':
    case 'unknown':
    case 'refused':
    case 'skipped':
      return true;
  }
}

/** Whether nobody knows yet what became of the step's write. */
export function isOpen(state: StepState): boolean {
  return state.kind === 'sending' || state.kind === 'verifying';
}

/** The draft's items all of whose steps are applied. */
export function itemsDone({ plan, steps }: ApplyRecord): string[] {
  const open = new Set<string>();
  const all = new Set<string>();
  for (const [index, { items }] of plan.steps.entries()) {
    for (const item of items) {
      all.add(item);
      if (steps[index]?.state.kind !== 'applied') open.add(item);
    }
  }
  return [...all].filter((item) => !open.has(item));
}

/** The plan as the window is shown it. */
export function planViewOf(plan: AppliedPlan): PlanView {
  return planViewSchema.parse(plan);
}

/** The apply as the window is shown it. */
export function applyViewOf(record: ApplyRecord): ApplyView {
  const { plan, kind, reason, steps, foreign, startedAt } = record;
  return {
    key: plan.key,
    plan: planViewOf(plan),
    kind: kind === 'staged' ? 'paused' : kind,
    reason: kind === 'staged' ? 'It waits for your confirmation.' : reason,
    steps: steps.map(({ state }) => state),
    foreign: foreign.map(({ step, words }) => ({ step, words })),
    startedAt,
  };
}

/** A step with its record. */
export interface StepInRecord {
  readonly step: PlanStep;
  readonly record: StepRecord;
}

/** The step at a place of the record. @throws RangeError where there is none */
export function stepAt(record: ApplyRecord, index: number): StepInRecord {
  const step = record.plan.steps[index];
  const state = record.steps[index];
  if (step === undefined || state === undefined) throw new RangeError('the plan has no such step');
  return { step, record: state };
}
