import { z } from 'zod';
import { changeSchema, holderSchema, resourceKeySchema } from './changes';
import { grantViewSchema, referenceSchema } from './inspect';
import { reachCountSchema } from './reach-count';
import { grantSchema, resourceTypeSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/**
 * The questions to the policy engine. They are answered by the compiled policy of
 * a workspace; a question that comes while it is being compiled waits for it.
 */

const id = z.string().min(1).max(255);
const ofWorkspace = z.strictObject({ key: workspaceKeySchema });
const page = { offset: z.number().int().min(0).max(10_000_000), limit: z.number().int().min(0).max(500) };

/** What somebody may want to do; the engine knows which of them is about what. */
export const actionNameSchema = z.string().min(1).max(60);
export const effectSchema = z.enum(['allowed', 'denied', 'unknown']);
export type PolicyEffect = z.infer<typeof effectSchema>;
export const levelSchema = z.enum(['none', 'read', 'admin']);
export type PolicyLevel = z.infer<typeof levelSchema>;

/** Where the compiled policy of a workspace stands. */
export const policyStateSchema = z.object({
  key: workspaceKeySchema,
  kind: z.enum(['none', 'compiling', 'ready', 'failed']),
  /** Of the snapshot that it is about. */
  fingerprint: z.string().nullable(),
  /** In words, for `failed`. */
  reason: z.string().nullable(),
});
export type PolicyState = z.infer<typeof policyStateSchema>;

/** The level on one resource: what is certain, and what it might be with all that cannot be seen. */
export const levelRangeSchema = z.object({
  atLeast: levelSchema,
  atMost: levelSchema,
  pii: effectSchema,
  /** True where it hangs on a reading that Segment's documentation contradicts elsewhere. */
  ambiguous: z.boolean(),
});
export type LevelRange = z.infer<typeof levelRangeSchema>;

/** A contested place of the documentation: its short name and, in sentences, what it is about. */
export const readingViewSchema = z.object({ name: z.string(), text: z.string() });

/** One path that carries the answer, or may carry it. */
export const reasonViewSchema = z.object({
  /** The part of the question that it carries, for questions of several parts: `resource`, `pii`, `first`, … */
  part: z.string(),
  /** The grant at its end; `null` where the grants themselves could not be read. */
  grant: grantViewSchema.nullable(),
  /** For a path of grants that could not be read: whose, in words. */
  unread: z.string().nullable(),
  readings: z.array(readingViewSchema),
  /** Why it is not certain; `null` where it is. */
  doubt: z.string().nullable(),
  deciding: z.boolean(),
});
export type ReasonView = z.infer<typeof reasonViewSchema>;

export const verdictViewSchema = z.object({
  verdict: z.enum(['accepted', 'refused', 'unknown']),
  reasons: z.array(z.string()),
});
export type VerdictView = z.infer<typeof verdictViewSchema>;

/** A grant that nearly gives it, and what it lacks, in words. */
const nearGrantSchema = z.object({ grant: grantViewSchema, lacks: z.string() });
/** One change that alone would allow it: ready for a draft, in words, and whether Segment would accept it. */
const fixSchema = z.object({ change: changeSchema, words: z.string(), verdict: verdictViewSchema });

/** Everything about one member and one resource (or the workspace, or two resources) and one action. */
export const explanationSchema = z.object({
  fingerprint: z.string(),
  member: referenceSchema,
  /** One for a resource, two for a connection, none for the workspace. */
  targets: z.array(referenceSchema).max(2),
  action: actionNameSchema,
  effect: effectSchema,
  reasons: z.array(reasonViewSchema),
  /** What stands against an ordinary answer, in sentences. */
  errors: z.array(z.string()),
  ambiguous: z.object({ readings: z.array(readingViewSchema), otherwise: effectSchema }).nullable(),
  /** Of a single resource. */
  level: levelRangeSchema.nullable(),
  /** Of a single resource or the workspace: every action that can be asked of it. */
  actions: z.array(z.object({ action: actionNameSchema, effect: effectSchema })),
  /** Filled where a resource is denied. */
  near: z.array(nearGrantSchema),
  fixes: z.array(fixSchema),
});
export type ExplanationView = z.infer<typeof explanationSchema>;

/** Members who can, first those for certain, then those of whom nobody can tell. */
const peoplePageSchema = z.object({
  fingerprint: z.string(),
  allowed: z.number().int().nonnegative(),
  unknown: z.number().int().nonnegative(),
  /** Why nobody can tell of anybody, or what stands against an ordinary answer. */
  errors: z.array(z.string()),
  offset: z.number().int().nonnegative(),
  rows: z.array(
    z.object({ member: referenceSchema, email: z.string(), effect: effectSchema, level: levelRangeSchema }),
  ),
});

const thingsPageSchema = z.object({
  fingerprint: z.string(),
  allowed: z.number().int().nonnegative(),
  unknown: z.number().int().nonnegative(),
  /** Why there may be others: lists of resources that could not be read. */
  errors: z.array(z.string()),
  offset: z.number().int().nonnegative(),
  rows: z.array(
    z.object({
      resource: referenceSchema,
      type: resourceTypeSchema,
      effect: effectSchema,
      level: levelRangeSchema,
    }),
  ),
});

/** Reach by kind of resource; `of` is how many there are, `unread` why that cannot be known. */
const reachByTypeSchema = z.array(
  z.object({
    type: resourceTypeSchema,
    of: z.number().int().nonnegative(),
    reach: reachCountSchema,
    unread: z.string().nullable(),
  }),
);
export type ReachByType = z.infer<typeof reachByTypeSchema>;

const cells = z.number().int().nonnegative();
/** How many cells (a member and a resource) a draft changes, by what happens to them. One can count in several. */
export const effectCountsSchema = z.object({
  cells,
  gained: cells,
  lost: cells,
  raised: cells,
  lowered: cells,
  piiGained: cells,
  piiLost: cells,
  /** Where only what might be, or what is undisputed, changes. */
  onlyDoubt: cells,
});
export type EffectCountsView = z.infer<typeof effectCountsSchema>;

/** What a draft would cause; `impossible`: which of its changes makes no sense here, and why. */
export const effectPageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('effect'),
    fingerprint: z.string(),
    counts: effectCountsSchema,
    /** Distinct members and resources among the changed cells. */
    members: z.number().int().nonnegative(),
    resources: z.number().int().nonnegative(),
    offset: z.number().int().nonnegative(),
    /** The changed cells, as far as the page reaches. */
    rows: z.array(
      z.object({
        member: referenceSchema,
        resource: referenceSchema,
        before: levelRangeSchema,
        after: levelRangeSchema,
      }),
    ),
  }),
  z.object({ kind: z.literal('impossible'), position: z.number().int().nonnegative(), reason: z.string() }),
]);
export type EffectPage = z.infer<typeof effectPageSchema>;

const relabeller = z.object({ member: referenceSchema, sources: cells });

/** An effect by person, resource or group, with what deserves a second look. */
export const effectSummarySchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('summary'),
    fingerprint: z.string(),
    counts: effectCountsSchema,
    members: cells,
    resources: cells,
    of: cells,
    offset: cells,
    rows: z.array(z.object({ subject: referenceSchema, counts: effectCountsSchema })),
    /** Who becomes or ceases to be an owner, and who begins or ends to decide others' access by labels of sources. */
    callOuts: z.object({
      ownersBecoming: z.array(referenceSchema),
      ownersCeasing: z.array(referenceSchema),
      relabelBecoming: z.array(relabeller),
      relabelCeasing: z.array(relabeller),
    }),
  }),
  z.object({ kind: z.literal('impossible'), position: cells, reason: z.string() }),
]);
export type EffectSummary = Extract<z.infer<typeof effectSummarySchema>, { kind: 'summary' }>;

const draft = z.array(changeSchema).max(1000);

/** Target of a question: the workspace as a whole, a resource, or two to be connected. */
export const policyTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('workspace') }),
  z.strictObject({ kind: z.literal('resource'), resource: resourceKeySchema }),
  z.strictObject({ kind: z.literal('pair'), ends: z.tuple([resourceKeySchema, resourceKeySchema]) }),
]);

export const policySchemas = {
  'policy.states': { input: z.undefined(), output: z.array(policyStateSchema) },
  'policy.explain': {
    input: ofWorkspace.extend({ memberId: id, action: actionNameSchema, target: policyTargetSchema }),
    output: explanationSchema,
  },
  'policy.whoCan': {
    input: ofWorkspace.extend({ action: actionNameSchema, target: policyTargetSchema, ...page }),
    output: peoplePageSchema,
  },
  /** `types`: only these kinds; empty: all. */
  'policy.whatCan': {
    input: ofWorkspace.extend({
      memberId: id,
      action: actionNameSchema,
      types: z.array(resourceTypeSchema).max(6),
      ...page,
    }),
    output: thingsPageSchema,
  },
  /** What a member reaches, or what a group gives to whoever is in it, by kind. */
  'policy.reach': {
    input: ofWorkspace.extend({ holder: holderSchema }),
    output: z.object({ fingerprint: z.string(), byType: reachByTypeSchema }),
  },
  /**
   * Cells of these members (down) and resources (across), a byte each, row by row. The bits: 0–1 level for
   * certain, 2–3 level at most, 4–5 level by every reading (00 none, 01 read, 11 admin), 6 PII, 7 PII perhaps.
   */
  'policy.cells': {
    input: ofWorkspace.extend({
      memberIds: z.array(id).max(500),
      resources: z.array(resourceKeySchema).max(500),
    }),
    output: z.object({ fingerprint: z.string(), cells: z.instanceof(Uint8Array) }),
  },
  /** `of`: only the cells of this member or this resource (`TYPE:id`). */
  'policy.effect': {
    input: ofWorkspace.extend({
      draft,
      of: z
        .strictObject({ kind: z.enum(['member', 'resource']), id: z.string().max(600) })
        .nullable()
        .default(null),
      ...page,
    }),
    output: effectPageSchema,
  },
  /**
   * What a draft would cause, by person, by resource, or by group (the changed cells of the people in
   * it; somebody in two groups counts in both), those where most changes first.
   */
  'policy.effectSummary': {
    input: ofWorkspace.extend({ draft, by: z.enum(['member', 'resource', 'group']), ...page }),
    output: effectSummarySchema,
  },
  /** Whether Segment would take each change, each on the snapshot after those before it in `draft`. */
  'policy.judge': {
    input: ofWorkspace.extend({ draft, changes: z.array(changeSchema).max(500) }),
    output: z.array(verdictViewSchema),
  },
  /**
   * What a grant opens by itself for whoever holds it, and `only`: what would be lost
   * without it, since no other grant of its holders gives that (`null`: nobody holds it now).
   */
  'policy.grantOpens': {
    input: ofWorkspace.extend({ holder: holderSchema, grant: grantSchema, ...page }),
    output: thingsPageSchema.extend({
      byType: reachByTypeSchema,
      only: z.object({ counts: effectCountsSchema, members: cells, resources: cells }).nullable(),
    }),
  },
  'policy.mayGrant': {
    input: ofWorkspace.extend({ holder: holderSchema, grant: grantSchema }),
    output: verdictViewSchema,
  },
} as const;
