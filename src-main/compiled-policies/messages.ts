import { failureSchema } from '@contract/failure';
import type { Snapshot } from '@contract/snapshot';
import { z } from 'zod';

/**
 * What main and the worker of the compiled policies say to each other. A
 * snapshot goes over in slices: cloning it whole would hold main's event loop.
 */

/** The lists of a snapshot; everything else is its head. */
export const LISTS = ['members', 'invites', 'groups', 'roles', 'labels', 'resources', 'unknowns'] as const;
export type ListName = (typeof LISTS)[number];
export type SnapshotLists = Pick<Snapshot, ListName>;
export type SnapshotHead = Omit<Snapshot, ListName>;

/** The channels that the worker answers. */
export const questionNames = [
  'policy.explain',
  'policy.whoCan',
  'policy.whatCan',
  'policy.reach',
  'policy.cells',
  'policy.effect',
  'policy.effectSummary',
  'policy.judge',
  'policy.grantOpens',
  'policy.mayGrant',
  'matrix.open',
  'matrix.window',
  'matrix.map',
  'matrix.find',
  'matrix.place',
  'matrix.line',
  'findings.list',
  'overview.get',
  'overview.behind',
] as const;
export type QuestionName = (typeof questionNames)[number];

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const feed = z.number().int();
const id = z.number().int();

/**
 * To the worker. `feed` numbers the snapshots that are handed over. Their content was
 * validated when they were made and is not read again; questions are.
 */
export const toWorkerSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('begin'),
    key: z.string(),
    feed,
    head: z.custom<SnapshotHead>(isObject),
  }),
  z.object({ kind: z.literal('slice'), feed, lists: z.custom<Partial<SnapshotLists>>(isObject) }),
  z.object({ kind: z.literal('compile'), feed }),
  z.object({
    kind: z.literal('ask'),
    id,
    key: z.string(),
    name: z.enum(questionNames),
    input: z.unknown(),
  }),
  /** What dropping labels on targets would mean, with the draft that the worker does not know. */
  z.object({ kind: z.literal('drops'), id, key: z.string(), input: z.unknown() }),
  /** A report to be written, piece by piece so that questions go on; and its end before it is whole. */
  z.object({ kind: z.literal('report'), id, key: z.string(), input: z.unknown() }),
  z.object({ kind: z.literal('stopReport'), id }),
  z.object({ kind: z.literal('forget'), key: z.string() }),
]);
export type ToWorker = z.infer<typeof toWorkerSchema>;

/**
 * The counts of a policy by the places of its snapshot: four numbers for each
 * entry (read, admin, unknown, PII), people for each label.
 */
export const countsSchema = z.object({
  members: z.instanceof(Uint32Array),
  groups: z.instanceof(Uint32Array),
  resources: z.instanceof(Uint32Array),
  /** Labels as `key:value`, each with its place in `people`. */
  labels: z.array(z.string()),
  people: z.instanceof(Uint32Array),
});
export type PolicyCounts = z.infer<typeof countsSchema>;

/** From the worker. */
export const fromWorkerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready'), feed, counts: countsSchema }),
  z.object({ kind: z.literal('failed'), feed, reason: z.string() }),
  z.object({ kind: z.literal('answered'), id, value: z.unknown() }),
  z.object({ kind: z.literal('refused'), id, failure: failureSchema }),
]);
export type FromWorker = z.infer<typeof fromWorkerSchema>;
