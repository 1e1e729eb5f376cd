import { z } from 'zod';
import { reachCountSchema } from './reach-count';
import { labelRefSchema, resourceTypeSchema, tokenSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/**
 * Lists are answered in windows: the renderer says what it looks for, how it is
 * sorted and which rows it can show; main answers those rows and the counts.
 */

const direction = z.enum(['ascending', 'descending']);

/** A question for rows `offset` to `offset + limit` of a filtered, sorted list. */
function query<Column extends [string, ...string[]], Extra extends z.ZodRawShape>(
  columns: Column,
  extra: Extra,
) {
  return z.strictObject({
    key: workspaceKeySchema,
    /** What the admin typed; empty matches all. With text, and no sort chosen, the best match comes first. */
    text: z.string().max(200),
    sort: z.object({ column: z.enum(columns), direction }).nullable(),
    offset: z.number().int().min(0).max(10_000_000),
    limit: z.number().int().min(0).max(500),
    ...extra,
  });
}

/** The answer to a list question. `total`: without text and filters; `matched`: with them. */
function page<Row extends z.ZodType>(row: Row) {
  return z.object({
    /** Fingerprint of the snapshot that answered: rows of two fingerprints must not be mixed. */
    fingerprint: z.string(),
    total: z.number().int().nonnegative(),
    matched: z.number().int().nonnegative(),
    offset: z.number().int().nonnegative(),
    rows: z.array(row),
    /** Set when the list itself could not be read: the reason, for the admin. */
    unknown: z.string().nullable(),
  });
}

/** A team member or a pending invite. Counts are `null` where they cannot be known. */
export const memberRowSchema = z.object({
  kind: z.enum(['member', 'invite']),
  /** The member's id; for an invite its address. */
  id: z.string(),
  name: z.string(),
  email: z.string(),
  owner: z.boolean().nullable(),
  /** Distinct names of the roles granted directly or through groups, as the workspace words them; `null`: none is known. */
  roles: z.array(z.string()).nullable(),
  /** False: roles that could not be seen may come on top of these. */
  rolesComplete: z.boolean(),
  groups: z.number().nullable(),
  directGrants: z.number().nullable(),
  /** Resources that the member reaches; `null` for an invite, and while the policy is being compiled. */
  reach: reachCountSchema.nullable(),
});
export type MemberRow = z.infer<typeof memberRowSchema>;

export const groupRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number().nullable(),
  invited: z.number().nullable(),
  roles: z.array(z.string()).nullable(),
  grants: z.number().nullable(),
  /** Resources that the group alone gives to whoever is in it; `null` while the policy is being compiled. */
  reach: reachCountSchema.nullable(),
});
export type GroupRow = z.infer<typeof groupRowSchema>;

export const resourceRowSchema = z.object({
  type: resourceTypeSchema,
  id: z.string(),
  name: z.string(),
  slug: z.string().nullable(),
  /** What it is, from the catalogue: `Javascript`, `BigQuery`, a plan or function type. */
  detail: z.string(),
  enabled: z.boolean().nullable(),
  /** `null`: labels of this resource cannot be seen. Kinds that cannot carry labels have `[]` and `labelled` false. */
  labels: z.array(labelRefSchema).nullable(),
  canCarryLabels: z.boolean(),
  /** Of a destination: its source. */
  source: z.object({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** Members who reach it; `null` while the policy is being compiled. */
  reach: reachCountSchema.nullable(),
});
export type ResourceRow = z.infer<typeof resourceRowSchema>;

export const labelRowSchema = z.object({
  key: z.string(),
  value: z.string(),
  description: z.string(),
  sources: z.number(),
  /** `null`: labels of spaces cannot be seen. */
  spaces: z.number().nullable(),
  /** Grants (of members and of groups) that name it. */
  memberGrants: z.number(),
  groupGrants: z.number(),
  /** Members who hold a grant that names it, directly or through a group; `null` while the policy is being compiled. */
  people: z.number().nullable(),
});
export type LabelRow = z.infer<typeof labelRowSchema>;

export const roleRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  /** Members and groups that hold it. */
  members: z.number(),
  groups: z.number(),
  /** False when Gatehouse does not know this role: what it gives is then unknown. */
  known: z.boolean(),
});
export type RoleRow = z.infer<typeof roleRowSchema>;

export const tokenRowSchema = tokenSchema.extend({
  /** True for the token that Gatehouse itself uses. */
  ours: z.boolean(),
});
export type TokenRow = z.infer<typeof tokenRowSchema>;

export const listSchemas = {
  members: {
    input: query(['name', 'email', 'groups', 'directGrants', 'reach'], {
      show: z.enum(['all', 'members', 'invites', 'owners']),
    }),
    output: page(memberRowSchema).extend({
      counts: z.object({ members: z.number(), invites: z.number(), owners: z.number() }),
    }),
  },
  groups: {
    input: query(['name', 'members', 'grants', 'reach'], {}),
    output: page(groupRowSchema),
  },
  resources: {
    input: query(['name', 'type', 'detail', 'reach'], {
      /** Only these kinds; empty: all. */
      types: z.array(resourceTypeSchema).max(6),
      /** Only resources that carry this label. */
      label: labelRefSchema.nullable(),
    }),
    output: page(resourceRowSchema).extend({
      /** How many of each kind there are, before text and filters; `null`: that list could not be read. */
      byType: z.record(resourceTypeSchema, z.number().nullable()),
      /** Why a kind could not be read. */
      unreadable: z.array(z.object({ type: resourceTypeSchema, reason: z.string() })),
    }),
  },
  labels: {
    input: query(['label', 'sources', 'grants', 'people'], {}),
    output: page(labelRowSchema),
  },
  roles: {
    input: query(['name', 'members', 'groups'], {}),
    output: page(roleRowSchema),
  },
  tokens: {
    input: query(['description', 'role', 'createdAt'], {}),
    output: page(tokenRowSchema),
  },
} as const;

export type ListName = keyof typeof listSchemas;
export type ListQuery<Name extends ListName> = z.infer<(typeof listSchemas)[Name]['input']>;
export type ListPage<Name extends ListName> = z.infer<(typeof listSchemas)[Name]['output']>;

/** What the command palette finds: over all open workspaces. */
export const paletteHitSchema = z.object({
  key: workspaceKeySchema,
  workspace: z.string(),
  kind: z.enum(['member', 'invite', 'group', 'resource', 'label', 'role']),
  /** What to pass to `inspect`. */
  id: z.string(),
  title: z.string(),
  detail: z.string(),
});
export type PaletteHit = z.infer<typeof paletteHitSchema>;
