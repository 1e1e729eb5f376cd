import { z } from 'zod';
import { failureSchema } from './failure';
import { planSchema, readCountSchema } from './snapshot';

/** Where a workspace is reached. `sandbox` is the embedded server, whose port changes at each start. */
export const endpointSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('us') }),
  z.object({ kind: z.literal('eu') }),
  z.object({ kind: z.literal('custom'), url: z.string().max(2000) }),
  z.object({ kind: z.literal('sandbox') }),
]);
export type Endpoint = z.infer<typeof endpointSchema>;

/** The endpoints that an admin can choose when adding a workspace by hand. */
export const chosenEndpointSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('us') }),
  z.strictObject({ kind: z.literal('eu') }),
  z.strictObject({ kind: z.literal('custom'), url: z.string().min(1).max(2000) }),
]);

/** Gatehouse's own key of a connected workspace: random, says nothing, names its chunks in the cache. */
export const workspaceKeySchema = z.uuid();

/** Where a sync is. `waiting` is a rate limit being sat out. */
export const syncProgressSchema = z.object({
  key: workspaceKeySchema,
  collection: z.string(),
  done: z.number().int().nonnegative(),
  /** `null` while the size of the list is not known. */
  total: z.number().int().nonnegative().nullable(),
  /** Requests answered so far. */
  requests: z.number().int().nonnegative(),
  /** How often a rate limit made the sync wait so far, and until when it is waiting now (epoch ms). */
  rateLimitWaits: z.number().int().nonnegative(),
  waitingUntil: z.number().nullable(),
});
export type SyncProgress = z.infer<typeof syncProgressSchema>;

/** What a workspace is doing about its data. */
export const syncStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('idle') }),
  z.object({ kind: z.literal('running'), progress: syncProgressSchema }),
  /** `since` is when the network was first missed (ISO 8601). Gatehouse tries again by itself. */
  z.object({ kind: z.literal('offline'), since: z.iso.datetime(), failure: failureSchema }),
  z.object({ kind: z.literal('failed'), at: z.iso.datetime(), failure: failureSchema }),
]);
export type SyncState = z.infer<typeof syncStateSchema>;

/** What is known of the latest complete snapshot, for the rail and the headers. */
export const snapshotSummarySchema = z.object({
  fingerprint: z.string(),
  completedAt: z.iso.datetime(),
  /** True when it came from the cache and no sync of this run has confirmed it yet. */
  fromCache: z.boolean(),
  counts: z.object({
    members: z.number(),
    invites: z.number(),
    groups: z.number(),
    resources: z.number(),
    labels: z.number(),
    roles: z.number(),
    tokens: z.number().nullable(),
  }),
  unknowns: z.array(z.object({ subject: z.string(), reason: z.string(), count: z.number() })),
  reads: z.array(readCountSchema),
  plan: planSchema.nullable(),
  hipaaEligible: z.boolean().nullable(),
  /** Whether this workspace offers the sandbox's extensions (tokens, labels of spaces, plan). */
  extensions: z.boolean(),
  /** The role of the token in use; `null` where the workspace does not tell. */
  tokenRole: z.enum(['Owner', 'Member']).nullable(),
});
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>;

/** What became of a workspace's cached copy at start. */
export const cacheStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('loaded') }),
  /** The cached copy could not be opened; the reason in words. The workspace is read anew. */
  z.object({ kind: z.literal('damaged'), reason: z.string() }),
]);

/** A connected workspace as the window sees it. */
export const workspaceViewSchema = z.object({
  key: workspaceKeySchema,
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  /** The email that the admin is in this workspace: the identity it hangs under. */
  email: z.string(),
  endpoint: endpointSchema,
  sync: syncStateSchema,
  cache: cacheStateSchema,
  snapshot: snapshotSummarySchema.nullable(),
});
export type WorkspaceView = z.infer<typeof workspaceViewSchema>;

/** What the "Add a workspace" dialog sends. The token goes in and never comes out. */
export const addWorkspaceSchema = z.strictObject({
  token: z.string().trim().min(1).max(4096),
  endpoint: chosenEndpointSchema,
  email: z.string().trim().min(3).max(320),
});
export type AddWorkspace = z.infer<typeof addWorkspaceSchema>;
