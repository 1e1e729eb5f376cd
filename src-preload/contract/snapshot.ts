import { z } from 'zod';

/**
 * The snapshot: everything read of one workspace at one time. It is the one
 * model that sync writes, the cache keeps and the policy engine compiles.
 * Immutable, validated, with a fingerprint and the list of what could not be
 * seen (`unknowns`).
 */

/** The version of this model; a cached snapshot of another version is read anew from Segment. */
export const SNAPSHOT_VERSION = 1;

/** The resource kinds that Gatehouse reads. Functions and tracking plans included, the workspace itself not. */
export const resourceTypeSchema = z.enum([
  'SOURCE',
  'DESTINATION',
  'WAREHOUSE',
  'SPACE',
  'TRACKING_PLAN',
  'FUNCTION',
]);
export type ResourceType = z.infer<typeof resourceTypeSchema>;

/** The types that a grant can name one by one (the Public API's permission resources without WORKSPACE). */
export const grantableTypeSchema = z.enum(['FUNCTION', 'SOURCE', 'SPACE', 'WAREHOUSE']);
export type GrantableType = z.infer<typeof grantableTypeSchema>;

/** The lists of a workspace, each of which is read on its own and can fail on its own. */
export const collectionSchema = z.enum([
  'members',
  'invites',
  'groups',
  'roles',
  'labels',
  'sources',
  'destinations',
  'warehouses',
  'spaces',
  'trackingPlans',
  'functions',
]);
export type Collection = z.infer<typeof collectionSchema>;

/** A label, `key:value` with an optional description. */
export const labelSchema = z.object({
  key: z.string(),
  value: z.string(),
  description: z.string().optional(),
});
export type Label = z.infer<typeof labelSchema>;

/** A label as it is worn by a resource or named in a grant: without its description. */
export const labelRefSchema = z.object({ key: z.string(), value: z.string() });
export type LabelRef = z.infer<typeof labelRefSchema>;

/** A resource named in a grant. It may no longer exist. */
export const resourceRefSchema = z.object({ type: grantableTypeSchema, id: z.string() });
export type ResourceRef = z.infer<typeof resourceRefSchema>;

/**
 * What a grant reaches: all current and future resources of the role's kinds, a
 * list of resources, those that carry all the labels, or something that the
 * answer of the API did not let us tell (`reason` in words).
 */
export const scopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('list'), resources: z.array(resourceRefSchema).min(1) }),
  z.object({ kind: z.literal('labels'), labels: z.array(labelRefSchema).min(1) }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]);
export type Scope = z.infer<typeof scopeSchema>;

/** One role over one scope, held by a member or a group. */
export const grantSchema = z.object({ roleId: z.string(), roleName: z.string(), scope: scopeSchema });
export type Grant = z.infer<typeof grantSchema>;

/**
 * A team member. `grants` are the direct ones; `null` when they could not be
 * read (then an unknown of the snapshot says why): never an empty list.
 */
export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  grants: z.array(grantSchema).nullable(),
});
export type Member = z.infer<typeof memberSchema>;

/** A pending invite. The Public API shows the address only, never what was offered. */
export const inviteSchema = z.object({ email: z.string() });
export type Invite = z.infer<typeof inviteSchema>;

/** A user group. `grants`, `memberIds` and `invitedEmails` are `null` when they could not be read. */
export const groupSchema = z.object({
  id: z.string(),
  name: z.string(),
  memberCount: z.number().int().nonnegative(),
  memberIds: z.array(z.string()).nullable(),
  invitedEmails: z.array(z.string()).nullable(),
  grants: z.array(grantSchema).nullable(),
});
export type Group = z.infer<typeof groupSchema>;

/** A role as the workspace names it. What it permits is in the policy engine's catalogue, matched by name. */
export const roleSchema = z.object({ id: z.string(), name: z.string(), description: z.string() });
export type Role = z.infer<typeof roleSchema>;

const resourceBase = { id: z.string(), name: z.string(), slug: z.string().optional() };

/**
 * A resource. `labels` of a space is `null` where the workspace cannot tell
 * (Segment's Public API does not show the labels of spaces).
 */
export const resourceSchema = z.discriminatedUnion('type', [
  z.object({
    ...resourceBase,
    type: z.literal('SOURCE'),
    enabled: z.boolean(),
    labels: z.array(labelRefSchema),
    catalogName: z.string(),
    categories: z.array(z.string()),
  }),
  z.object({
    ...resourceBase,
    type: z.literal('DESTINATION'),
    enabled: z.boolean(),
    sourceId: z.string(),
    catalogName: z.string(),
  }),
  z.object({ ...resourceBase, type: z.literal('WAREHOUSE'), enabled: z.boolean(), catalogName: z.string() }),
  z.object({ ...resourceBase, type: z.literal('SPACE'), labels: z.array(labelRefSchema).nullable() }),
  z.object({ ...resourceBase, type: z.literal('TRACKING_PLAN'), planType: z.string() }),
  z.object({ ...resourceBase, type: z.literal('FUNCTION'), functionType: z.string() }),
]);
export type Resource = z.infer<typeof resourceSchema>;

/** A Public API token as the workspace shows it; never its secret. */
export const tokenSchema = z.object({
  id: z.string(),
  description: z.string(),
  role: z.enum(['Owner', 'Member']),
  type: z.string(),
  createdBy: z.string(),
  createdAt: z.string(),
});
export type Token = z.infer<typeof tokenSchema>;

export const planSchema = z.enum(['free', 'team', 'business']);
export type Plan = z.infer<typeof planSchema>;

/**
 * Something about the workspace that could not be seen. `subject` is what,
 * `id` the one entity concerned (absent: the whole), `reason` a sentence for
 * the admin: it says why.
 */
export const unknownSchema = z.object({
  subject: z.union([
    collectionSchema,
    z.enum([
      'memberGrants',
      'groupGrants',
      'groupMembers',
      'groupInvites',
      'grantScope',
      'spaceLabels',
      'invitePermissions',
      'tokens',
      'plan',
      'hipaaEligible',
      'signIn',
    ]),
  ]),
  id: z.string().optional(),
  reason: z.string(),
});
export type Unknown = z.infer<typeof unknownSchema>;

/** What the workspace tells beyond the Public API (only the sandbox has it); each `null` where it does not. */
export const beyondApiSchema = z.object({
  plan: planSchema.nullable(),
  hipaaEligible: z.boolean().nullable(),
  actingToken: z
    .object({ id: z.string(), role: z.enum(['Owner', 'Member']), createdBy: z.string() })
    .nullable(),
  tokens: z.array(tokenSchema).nullable(),
});
export type BeyondApi = z.infer<typeof beyondApiSchema>;

/** How many entries one list gave over how many pages: lets a report reconcile with what was fetched. */
export const readCountSchema = z.object({
  collection: collectionSchema,
  pages: z.number().int().nonnegative(),
  entries: z.number().int().nonnegative(),
});
export type ReadCount = z.infer<typeof readCountSchema>;

/** The facts of a snapshot without its big lists. Times are ISO 8601 in UTC. */
export const snapshotHeadSchema = z.object({
  version: z.literal(SNAPSHOT_VERSION),
  workspace: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  /** When reading began: what changed later may be missing. */
  startedAt: z.iso.datetime(),
  /** When the last answer was in. */
  completedAt: z.iso.datetime(),
  /** When everything was last read from scratch: later snapshots may have built on the audit trail. */
  fullReadAt: z.iso.datetime(),
  /** SHA-256 (hex) over the canonical content without times, see snapshot/fingerprint. */
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
  beyondApi: beyondApiSchema,
  reads: z.array(readCountSchema),
});
export type SnapshotHead = z.infer<typeof snapshotHeadSchema>;

export const snapshotSchema = snapshotHeadSchema.extend({
  members: z.array(memberSchema),
  invites: z.array(inviteSchema),
  groups: z.array(groupSchema),
  roles: z.array(roleSchema),
  labels: z.array(labelSchema),
  resources: z.array(resourceSchema),
  unknowns: z.array(unknownSchema),
});
export type Snapshot = z.infer<typeof snapshotSchema>;
