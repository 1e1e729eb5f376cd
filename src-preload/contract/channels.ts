import { z } from 'zod';
import { applySchemas, applyViewSchema } from './apply';
import { attestationSchema, attestationSubjectSchema, attestedSchema } from './attestations';
import { restoredSchema, sealedIdSchema, sealedSnapshotSchema } from './cache';
import { draftSchemas, draftViewSchema } from './drafts';
import { evidenceSchemas } from './evidence';
import { findingSchemas } from './findings';
import { inspectInputSchema, inspectionSchema } from './inspect';
import { listSchemas, paletteHitSchema } from './lists';
import { matrixSchemas } from './matrix';
import type { ChannelName, EventName } from './names';
import { overviewSchemas } from './overview';
import { personSchemas } from './persons';
import { policySchemas, policyStateSchema } from './policy';
import { exportProgressSchema, reportSchemas } from './reports';
import { sessionSchema } from './session';
import { appInfoSchema, linkSchema, settingsPatchSchema, settingsSchema } from './settings';
import { tokenSchema } from './snapshot';
import { vaultChoiceSchema, vaultStateSchema } from './vault';
import {
  addWorkspaceSchema,
  syncProgressSchema,
  workspaceKeySchema,
  workspaceViewSchema,
} from './workspaces';

const nothing = z.undefined();
const ofWorkspace = z.strictObject({ key: workspaceKeySchema });
const sandboxState = z.object({
  kind: z.enum(['stopped', 'starting', 'running', 'failed']),
  url: z.string().nullable(),
});
export type SandboxState = z.infer<typeof sandboxState>;

/**
 * The contract of the bridge: what the window may ask and what it gets. Main
 * parses every input with `input` and cuts every answer down to `output`; the
 * preload and the renderer take their types from here.
 */
export const channels = {
  'app.info': { input: nothing, output: appInfoSchema },
  'app.openLink': { input: linkSchema, output: nothing },
  /** Puts text on the clipboard: the page itself has no permission to. */
  'app.copy': { input: z.strictObject({ text: z.string().max(5_000_000) }), output: nothing },
  'settings.get': { input: nothing, output: settingsSchema },
  'settings.set': { input: settingsPatchSchema, output: settingsSchema },

  'vault.state': { input: nothing, output: vaultStateSchema },
  /** First-run choice, or a later change of protection. */
  'vault.choose': { input: vaultChoiceSchema, output: vaultStateSchema },
  'vault.unlock': { input: z.strictObject({ passphrase: z.string().max(1024) }), output: vaultStateSchema },
  /** Forgets everything sealed on this machine: for a lost passphrase. Nothing at Segment changes. */
  'vault.reset': {
    input: z.strictObject({ confirm: z.literal('forget everything') }),
    output: vaultStateSchema,
  },

  'session.list': { input: nothing, output: z.array(sessionSchema) },
  /** The admin pressed a key or moved the pointer. */
  'session.touch': { input: nothing, output: nothing },
  /** Locks at once; with nothing kept on disk everything is forgotten. */
  'session.lock': { input: nothing, output: vaultStateSchema },

  'workspaces.list': { input: nothing, output: z.array(workspaceViewSchema) },
  /** Tries the token at once; answers the new workspace, whose first sync has begun. */
  'workspaces.add': { input: addWorkspaceSchema, output: workspaceViewSchema },
  'workspaces.replaceToken': {
    input: z.strictObject({ key: workspaceKeySchema, token: z.string().trim().min(1).max(4096) }),
    output: workspaceViewSchema,
  },
  /** Forgets token, attestations and keys of the workspace; the window then drops its chunks. */
  'workspaces.remove': { input: ofWorkspace, output: nothing },
  /** All keys, in the new order. */
  'workspaces.reorder': {
    input: z.strictObject({ keys: z.array(workspaceKeySchema).max(1000) }),
    output: nothing,
  },

  'sandbox.state': { input: nothing, output: sandboxState },
  /** Starts the embedded server and connects its three workspaces (those that are not connected yet). */
  'sandbox.open': { input: nothing, output: z.array(workspaceViewSchema) },
  /** Stops it: its workspaces go offline, as when the network is gone. */
  'sandbox.stop': { input: nothing, output: sandboxState },

  'sync.start': { input: ofWorkspace.extend({ full: z.boolean() }), output: nothing },
  'sync.cancel': { input: ofWorkspace, output: nothing },

  /** The sealed chunks of the snapshot that `cache.ready` announced. */
  'cache.take': { input: ofWorkspace.extend({ id: sealedIdSchema }), output: sealedSnapshotSchema },
  /** The window has written the chunks in one transaction (or could not: `problem` in words). */
  'cache.stored': {
    input: ofWorkspace.extend({ id: sealedIdSchema, problem: z.string().max(500).nullable() }),
    output: nothing,
  },
  /** Chunks from IndexedDB at start; `opened` false when they are damaged: try the one before. */
  'cache.restore': { input: sealedSnapshotSchema, output: restoredSchema },
  /** The window has handed over all that it had: what has no copy now starts to sync. */
  'cache.restored': { input: nothing, output: nothing },

  'lists.members': listSchemas.members,
  'lists.groups': listSchemas.groups,
  'lists.resources': listSchemas.resources,
  'lists.labels': listSchemas.labels,
  'lists.roles': listSchemas.roles,
  'lists.tokens': listSchemas.tokens,
  'palette.find': {
    input: z.strictObject({ text: z.string().max(200), limit: z.number().int().min(1).max(50) }),
    output: z.array(paletteHitSchema),
  },
  inspect: { input: inspectInputSchema, output: inspectionSchema },

  /** Where the workspace offers it, and for owners. The secret is in this answer only. */
  'tokens.create': {
    input: ofWorkspace.extend({
      description: z.string().trim().min(1).max(200),
      role: z.enum(['Owner', 'Member']),
    }),
    output: z.object({ token: tokenSchema, secret: z.string() }),
  },
  'tokens.revoke': { input: ofWorkspace.extend({ id: z.string().min(1).max(255) }), output: nothing },

  'attestations.list': { input: ofWorkspace, output: z.array(attestationSchema) },
  'attestations.set': { input: ofWorkspace.extend({ statement: attestedSchema }), output: attestationSchema },
  'attestations.clear': {
    input: ofWorkspace.extend({ subject: attestationSubjectSchema, spaceId: z.string().max(255).nullable() }),
    output: nothing,
  },

  ...personSchemas,
  ...policySchemas,
  ...reportSchemas,
  ...evidenceSchemas,
  ...findingSchemas,
  ...matrixSchemas,
  ...overviewSchemas,
  ...draftSchemas,
  ...applySchemas,
} as const satisfies Record<ChannelName, { input: z.ZodType; output: z.ZodType }>;

export type Channels = typeof channels;
/** What a caller passes: before parsing, so that defaults and trimming may still happen. */
export type ChannelInput<Name extends ChannelName> = z.input<Channels[Name]['input']>;
/** What a handler in main gets: parsed. */
export type ParsedInput<Name extends ChannelName> = z.output<Channels[Name]['input']>;
export type ChannelOutput<Name extends ChannelName> = z.output<Channels[Name]['output']>;

/** What main tells the window unasked. */
export const events = {
  /** A workspace appeared, went, moved or changed its state: the whole list, which is short. */
  'workspaces.changed': z.array(workspaceViewSchema),
  'sync.progress': syncProgressSchema,
  /** A complete snapshot is sealed and waits to be taken into IndexedDB. */
  'cache.ready': z.object({ key: workspaceKeySchema, id: sealedIdSchema }),
  'vault.changed': vaultStateSchema,
  /** A session began, went on, became shorter or ended. */
  'session.changed': z.array(sessionSchema),
  'settings.changed': settingsSchema,
  'sandbox.changed': sandboxState,
  /** A policy is being compiled, or is there: counts in lists have changed. */
  'policy.changed': policyStateSchema,
  'drafts.changed': draftViewSchema,
  /** An apply has gone a step further. */
  'apply.changed': applyViewSchema,
  /** How far an export is. */
  'reports.progress': exportProgressSchema,
  /** Something to tell the admin that no call asked for. */
  notice: z.object({ level: z.enum(['info', 'warning', 'error']), message: z.string() }),
} as const satisfies Record<EventName, z.ZodType>;

export type Events = typeof events;
export type EventPayload<Name extends EventName> = z.output<Events[Name]>;
