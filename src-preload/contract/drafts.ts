import { z } from 'zod';
import { changeSchema, holderSchema, resourceKeySchema } from './changes';
import { effectCountsSchema, verdictViewSchema } from './policy';
import { labelRefSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/**
 * The draft of a workspace: an ordered list of changes, kept on disk before the
 * window shows them as saved. There is one for each workspace; an empty one is
 * no draft.
 */

const ofWorkspace = z.strictObject({ key: workspaceKeySchema });
/** Grows with every change of the draft; a call that names an older one is refused with `conflict`. */
const revision = z.number().int().nonnegative();
const ofRevision = ofWorkspace.extend({ revision });

/** One change of the draft, as it stands against the present snapshot. */
export const draftItemSchema = z.object({
  id: z.string().max(64),
  change: changeSchema,
  /** In words, in the infinitive: `Grant Source Admin on brand:a to Analysts`. */
  words: z.string(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('applies') }),
    /** The workspace has changed meanwhile: it can be removed from the draft, nothing else. */
    z.object({ kind: z.literal('doesNotApply'), reason: z.string() }),
    /** The latest snapshot has it already (the admin or somebody else did it). */
    z.object({ kind: z.literal('done') }),
  ]),
  /** Whether Segment would take it, on the snapshot after the items before it. */
  verdict: verdictViewSchema,
});
export type DraftItem = z.infer<typeof draftItemSchema>;

export const draftViewSchema = z.object({
  key: workspaceKeySchema,
  revision,
  /** Fingerprint of the snapshot that the states are about; `null` while nothing was read. */
  fingerprint: z.string().nullable(),
  items: z.array(draftItemSchema),
  /** What undo and redo would do, in words (`Grant Source Admin on brand:a to Analysts`); `null`: nothing. */
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type DraftView = z.infer<typeof draftViewSchema>;

/** Somewhere that labels can be dropped on. Scope of a grant: `grant` is its place among the holder's grants. */
export const dropTargetSchema = z.discriminatedUnion('kind', [
  /** A new label grant of the role: it widens. */
  z.strictObject({ kind: z.literal('lane'), holder: holderSchema, roleId: z.string().min(1).max(255) }),
  /** One more label in a label grant: it narrows. */
  z.strictObject({ kind: z.literal('grant'), holder: holderSchema, grant: z.number().int().nonnegative() }),
  /** Labelling the resource; a value of the same key is replaced. */
  z.strictObject({ kind: z.literal('resource'), resource: resourceKeySchema }),
]);
export type DropTarget = z.infer<typeof dropTargetSchema>;

/** What dropping would do to one target. */
export const dropVerdictSchema = z.object({
  /** The changes that the drop stands for; empty where it cannot be dropped. */
  changes: z.array(changeSchema),
  /** In words, before the drop: `narrows to both`, `replaces brand:a`. */
  words: z.string(),
  /** `attestation`: it can only be stated here, since the Public API cannot set labels of spaces. */
  kind: z.enum(['widens', 'narrows', 'labels', 'attestation', 'none']),
  verdict: verdictViewSchema,
  /** On top of the draft as it is. `null`: it cannot be dropped, or nobody can tell. */
  effect: z
    .object({
      counts: effectCountsSchema,
      /** Distinct members who gain or lose, and resources. */
      members: z.number().int().nonnegative(),
      resources: z.number().int().nonnegative(),
    })
    .nullable(),
});
export type DropVerdict = z.infer<typeof dropVerdictSchema>;

export const draftSchemas = {
  'drafts.get': { input: ofWorkspace, output: draftViewSchema },
  /** One step of undo; changes that cancel out with earlier ones vanish together. All or none. */
  'drafts.add': {
    input: ofRevision.extend({ changes: z.array(changeSchema).min(1).max(500) }),
    output: draftViewSchema,
  },
  'drafts.remove': {
    input: ofRevision.extend({ ids: z.array(z.string().max(64)).min(1).max(1000) }),
    output: draftViewSchema,
  },
  'drafts.undo': { input: ofRevision, output: draftViewSchema },
  'drafts.redo': { input: ofRevision, output: draftViewSchema },
  /** Empties it; undo brings it back. */
  'drafts.discard': { input: ofRevision, output: draftViewSchema },
  /** At the start of a drag: one answer for each target, in their order. */
  'drafts.dropVerdicts': {
    input: ofWorkspace.extend({
      labels: z.array(labelRefSchema).min(1).max(20),
      targets: z.array(dropTargetSchema).max(400),
    }),
    output: z.array(dropVerdictSchema),
  },
} as const;
