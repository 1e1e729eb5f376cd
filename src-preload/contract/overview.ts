import { z } from 'zod';
import { ruleSummarySchema } from './findings';
import { referenceSchema } from './inspect';
import { grantableTypeSchema, resourceTypeSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/** The overview of one workspace: numbers to draw, and the lists behind them. */

const count = z.number().int().nonnegative();
const scopeKind = z.enum(['all', 'list', 'labels', 'unknown']);
export type ScopeKind = z.infer<typeof scopeKind>;

/** What was clicked on: the things that its number counts. */
export const overviewMarkSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('owners') }),
  /** Members whose certain reach is empty; `perhaps`: nobody can tell of these. */
  z.strictObject({ kind: z.literal('withoutReach') }),
  /** Resources of a kind, those reached by most people first. */
  z.strictObject({ kind: z.literal('resources'), type: resourceTypeSchema }),
  /** Sources or spaces that carry a label of this key, or none. */
  z.strictObject({
    kind: z.literal('labelKey'),
    type: grantableTypeSchema.extract(['SOURCE', 'SPACE']),
    key: z.string().max(255),
    carried: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('grants'), holder: z.enum(['member', 'group']), scope: scopeKind }),
  /** Groups of `from` to `to` members; `to` null: and more. */
  z.strictObject({ kind: z.literal('groups'), from: count, to: count.nullable() }),
]);
export type OverviewMark = z.infer<typeof overviewMarkSchema>;

export const overviewSchema = z.object({
  fingerprint: z.string(),
  /** When the workspace was read (ISO 8601). */
  asOf: z.iso.datetime(),
  people: z.object({
    members: count,
    invites: count,
    owners: count,
    /** Members of whom nobody can tell whether they are owners. */
    perhapsOwners: count,
    /** Members who certainly reach something, and of whom nobody can tell. */
    reaching: count,
    perhapsReaching: count,
    /** Why there may be more people. */
    unread: z.string().nullable(),
  }),
  /** Cells (a member and a resource) of each kind by what is certain; `unread`: why there may be more resources. */
  reach: z.array(
    z.object({
      type: resourceTypeSchema,
      resources: count,
      admin: count,
      read: count,
      none: count,
      unknown: count,
      pii: count,
      unread: z.string().nullable(),
    }),
  ),
  /** How many sources and spaces carry each key; spaces whose labels cannot be seen are counted apart. */
  labelCoverage: z.object({
    sources: count,
    spaces: count,
    hiddenSpaces: count,
    keys: z.array(z.object({ key: z.string(), values: count, sources: count, spaces: count })),
    unread: z.string().nullable(),
  }),
  grants: z.object({
    member: z.record(scopeKind, count),
    group: z.record(scopeKind, count),
    unread: z.string().nullable(),
  }),
  /** How many groups have so many members; `unknown` could not be read. */
  groups: z.object({
    sizes: z.array(z.object({ from: count, to: count.nullable(), groups: count })),
    unknown: count,
    unread: z.string().nullable(),
  }),
  findings: z.array(ruleSummarySchema),
  unknowns: z.array(z.object({ subject: z.string(), reason: z.string(), count })),
});
export type Overview = z.infer<typeof overviewSchema>;

export const overviewSchemas = {
  'overview.get': { input: z.strictObject({ key: workspaceKeySchema }), output: overviewSchema },
  /** The things that a mark counts, with what can be said of each in a few words. */
  'overview.behind': {
    input: z.strictObject({
      key: workspaceKeySchema,
      mark: overviewMarkSchema,
      offset: z.number().int().min(0).max(10_000_000),
      limit: z.number().int().min(0).max(500),
    }),
    output: z.object({
      fingerprint: z.string(),
      matched: count,
      offset: count,
      rows: z.array(z.object({ reference: referenceSchema, detail: z.string() })),
    }),
  },
} as const;
