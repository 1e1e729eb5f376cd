import { z } from 'zod';
import { workspaceKeySchema } from './workspaces';

/** The plan (a draft as ordered Public API steps) and what applying it has done so far. */

const ofWorkspace = z.strictObject({ key: workspaceKeySchema });
const planId = z.uuid();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What a write is about, with its name for the admin. */
const stepTargetSchema = z.object({
  kind: z.enum([
    'memberGrants',
    'groupGrants',
    'groupMembers',
    'group',
    'label',
    'sourceLabels',
    'spaceLabels',
    'invite',
    'member',
  ]),
  /** Of a group that the plan creates: its id in the draft. */
  id: z.string(),
  name: z.string(),
});

/** One write. */
export const planStepSchema = z.object({
  id: z.string().max(64),
  number: z.number().int().positive(),
  target: stepTargetSchema,
  /** In words: `Add 2 permissions to the group Analysts`. */
  words: z.string(),
  /** The draft's items that it carries out. */
  items: z.array(z.string().max(64)),
  request: z.object({
    method: z.enum(['POST', 'PUT', 'PATCH', 'DELETE']),
    path: z.string(),
    body: z.string().nullable(),
  }),
  /** The target as it was read and as it shall be, in lines of text. */
  before: z.array(z.string()),
  after: z.array(z.string()),
  /** Set where the admin types it in a native dialog first: owner grants and removals, deletions. */
  confirm: z.object({ why: z.string(), phrase: z.string() }).nullable(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

export const planViewSchema = z.object({
  id: planId,
  /** SHA-256 of the plan's canonical JSON: what the admin has read is what is applied. */
  hash,
  key: workspaceKeySchema,
  fingerprint: z.string(),
  /** When the snapshot was read on which it rests. */
  readAt: z.iso.datetime(),
  draftRevision: z.number().int().nonnegative(),
  steps: z.array(planStepSchema),
  /** Items that are left out, with the reason. */
  leftOut: z.array(z.object({ item: z.string(), words: z.string(), reason: z.string() })),
  /** Writes that count against 60 a minute for each endpoint, all requests with their reads, and the time to expect. */
  limitedCalls: z.number().int().nonnegative(),
  calls: z.number().int().nonnegative(),
  minutes: z.number().nonnegative(),
});
export type PlanView = z.infer<typeof planViewSchema>;

/** Where a step of an apply is. */
export const stepStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('planned') }),
  z.object({ kind: z.literal('sending') }),
  z.object({ kind: z.literal('verifying') }),
  z.object({ kind: z.literal('applied'), at: z.iso.datetime() }),
  /** Somebody else changed the target: nothing was written. */
  z.object({ kind: z.literal('conflict'), there: z.array(z.string()) }),
  /** Whether the write took effect could not be found out. */
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
  /** Segment refused it. */
  z.object({ kind: z.literal('refused'), reason: z.string() }),
  /** Not tried: an earlier step that it needs failed, or the apply was stopped. */
  z.object({ kind: z.literal('skipped'), reason: z.string() }),
]);
export type StepState = z.infer<typeof stepStateSchema>;

export const applyViewSchema = z.object({
  key: workspaceKeySchema,
  plan: planViewSchema,
  kind: z.enum(['running', 'paused', 'stopped', 'finished']),
  /** Why it stopped or paused by itself, in words. */
  reason: z.string().nullable(),
  steps: z.array(stepStateSchema),
  /** Changes by others that fell between a read and its write, as the audit trail tells. */
  foreign: z.array(z.object({ step: z.string(), words: z.string() })),
  startedAt: z.iso.datetime(),
});
export type ApplyView = z.infer<typeof applyViewSchema>;

export const applySchemas = {
  'plan.make': { input: ofWorkspace, output: planViewSchema },
  /** Main applies its own copy of the plan; a hash of another one is refused. */
  'apply.start': { input: ofWorkspace.extend({ planId, hash }), output: applyViewSchema },
  /** After the step that is under way. */
  'apply.pause': { input: ofWorkspace, output: applyViewSchema },
  'apply.resume': { input: ofWorkspace, output: applyViewSchema },
  /** After the step that is under way; what is done stays done. */
  'apply.cancel': { input: ofWorkspace, output: applyViewSchema },
  /** The latest apply of this workspace that has not been put away. */
  'apply.state': { input: ofWorkspace, output: applyViewSchema.nullable() },
  /** Puts a finished or stopped one away. */
  'apply.dismiss': { input: ofWorkspace, output: z.undefined() },
} as const;
