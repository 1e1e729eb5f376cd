import { planStepSchema as stepViewSchema } from '@contract/apply';
import { grantSchema, labelRefSchema, labelSchema, memberSchema } from '@contract/snapshot';
import { z } from 'zod';

/** A group as the step sees it that deletes it. `null` parts could not be read. */
const groupStateSchema = z.object({
  name: z.string(),
  memberIds: z.array(z.string()).nullable(),
  invitedEmails: z.array(z.string()).nullable(),
  grants: z.array(grantSchema).nullable(),
});

/**
 * What a target looks like, as far as a step is about it: what apply reads again and
 * compares (`compare-states`) before and after its write.
 */
export const targetStateSchema = z.discriminatedUnion('kind', [
  /** All grants of a member or group. */
  z.object({ kind: z.literal('grants'), grants: z.array(grantSchema) }),
  z.object({
    kind: z.literal('groupMembers'),
    /** The id tells people apart, the address is what Segment is told (empty where it is not known). */
    members: z.array(z.object({ id: z.string(), email: z.string() })),
    /** Invited addresses in the group, which no step touches; `null`: could not be read. */
    invited: z.array(z.string()).nullable(),
  }),
  /** The name of a group that is renamed. */
  z.object({ kind: z.literal('groupName'), name: z.string() }),
  /** For a group that is created: the groups of this name that were there. `created`: and one more, of which no id is known. */
  z.object({
    kind: z.literal('groupsNamed'),
    name: z.string(),
    ids: z.array(z.string()),
    created: z.boolean(),
  }),
  /** For a group that is deleted; `null`: it is not there. */
  z.object({ kind: z.literal('group'), group: groupStateSchema.nullable() }),
  /** `null`: there is no such label. */
  z.object({ kind: z.literal('label'), label: labelSchema.nullable() }),
  /** What a source or space carries. */
  z.object({ kind: z.literal('labels'), labels: z.array(labelRefSchema) }),
  z.object({ kind: z.literal('invite'), pending: z.boolean() }),
  /** For a member who is removed; `null`: not there. */
  z.object({ kind: z.literal('member'), member: memberSchema.nullable() }),
]);
export type TargetState = z.infer<typeof targetStateSchema>;

/**
 * One write, as the window is shown it, with what apply needs beyond the words. The
 * path of a group that the plan itself creates holds its draft id, see `withCreatedGroups`.
 */
export const planStepSchema = stepViewSchema.extend({
  /** What the words `before` and `after` are about. */
  states: z.object({ before: targetStateSchema, after: targetStateSchema }),
  /** Ids of the steps without which this one must not be done. All come earlier. */
  dependsOn: z.array(z.string()),
  /** The draft id of the group that this step creates. */
  creates: z.string().nullable(),
  /** The endpoint whose limit of 60 a minute it counts against (`POST /groups/{id}/users`); `null`: not limited so. */
  limitedBy: z.string().nullable(),
  /** Requests to expect: reading before, the write, reading after. */
  calls: z.number().int().positive(),
});
export type PlanStep = z.infer<typeof planStepSchema>;

/** A draft as ordered Public API steps on its base snapshot. */
export const planSchema = z.object({
  fingerprint: z.string(),
  /** When reading the base began: what changed later may be missing in it. */
  readAt: z.string(),
  workspaceId: z.string(),
  steps: z.array(planStepSchema),
  /** Items that no step carries out, with the reason. */
  leftOut: z.array(z.object({ item: z.string(), words: z.string(), reason: z.string() })),
  limitedCalls: z.number().int().nonnegative(),
  calls: z.number().int().nonnegative(),
  minutes: z.number().nonnegative(),
});
export type Plan = z.infer<typeof planSchema>;
