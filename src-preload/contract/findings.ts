import { z } from 'zod';
import { changeSchema } from './changes';
import { grantViewSchema, referenceSchema } from './inspect';
import { workspaceKeySchema } from './workspaces';

/** What an admin should look at: each rule finds one kind of thing. */
export const findingRuleSchema = z.enum([
  'manyOwners',
  'onlyOwners',
  'relabelling',
  'opensNothing',
  'labelsWithoutResource',
  'coveredByOthers',
  'piiWithoutReach',
  'unusedLabel',
  'emptyGroup',
  'pendingInvite',
  'severalAccounts',
]);
export type FindingRule = z.infer<typeof findingRuleSchema>;

const count = z.number().int().nonnegative();

/** One thing found: what it is about, and the numbers and names that show it. */
export const findingSchema = z.object({
  /** Names it for good within one snapshot. */
  id: z.string(),
  rule: findingRuleSchema,
  /** What it is about, the first of `of`. */
  subjects: z.array(referenceSchema),
  of: count,
  /** The grant that it is about, for the rules about grants. */
  grant: grantViewSchema.nullable(),
  evidence: z.string(),
  /** A change that would settle it; `null` where that is for the admin to think about. */
  fix: changeSchema.nullable(),
});
export type Finding = z.infer<typeof findingSchema>;

/** A rule with how many it found. */
export const ruleSummarySchema = z.object({
  rule: findingRuleSchema,
  title: z.string(),
  /** Why it matters, for the admin. */
  why: z.string(),
  /** How it is decided, for who wants to check it. */
  how: z.string(),
  count,
  /** Why there may be more than these; `null` where these are all. */
  unknown: z.string().nullable(),
});
export type RuleSummary = z.infer<typeof ruleSummarySchema>;

export const findingSchemas = {
  /** `rule`: only of this one; `null`: of all. Rules come in the order of their weight. */
  'findings.list': {
    input: z.strictObject({
      key: workspaceKeySchema,
      rule: findingRuleSchema.nullable(),
      offset: z.number().int().min(0).max(10_000_000),
      limit: z.number().int().min(0).max(500),
    }),
    output: z.object({
      fingerprint: z.string(),
      rules: z.array(ruleSummarySchema),
      matched: count,
      offset: count,
      rows: z.array(findingSchema),
    }),
  },
} as const;
