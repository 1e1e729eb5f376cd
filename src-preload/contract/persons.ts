import { z } from 'zod';
import { changeSchema } from './changes';
import { grantViewSchema, referenceSchema, subjectSchema } from './inspect';
import { memberRowSchema } from './lists';
import { workspaceKeySchema } from './workspaces';

/**
 * People across workspaces. A person is known by an address; further addresses
 * belong to the same person only where the admin has confirmed it. Joining is for
 * reading: an alias never shares the grants of another address.
 */

const address = z.string().trim().min(1).max(320);
const count = z.number().int().nonnegative();

/** Why two addresses may be one person: `name+tag@…` of one mailbox, or accounts of one name. */
export const resemblanceSchema = z.enum(['alias', 'name']);
export type Resemblance = z.infer<typeof resemblanceSchema>;

/** A person in the list. `id` is the first of the addresses. */
export const personRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  emails: z.array(z.string()),
  workspaces: z.array(z.object({ key: workspaceKeySchema, name: z.string() })),
  /** Accounts among them that are pending invites. */
  invites: count,
  /** Workspaces in which they are certainly an owner. */
  owns: count,
  /** Other addresses that may be the same person and were not decided on. */
  suggestions: count,
});
export type PersonRow = z.infer<typeof personRowSchema>;

/** One account of the person: a membership or a pending invite, with everything that it holds. */
export const personAccountSchema = z.object({
  key: workspaceKeySchema,
  workspace: z.string(),
  /** When this workspace was read (ISO 8601). */
  asOf: z.iso.datetime(),
  subject: subjectSchema,
  row: memberRowSchema,
  groups: z.array(referenceSchema).nullable(),
  grants: z.array(grantViewSchema).nullable(),
  /** What of it cannot be known, and why. */
  reason: z.string().nullable(),
});
export type PersonAccount = z.infer<typeof personAccountSchema>;

/** How long a session of one address lasts, by Segment's rule, as far as it can be told. */
export const sessionRuleSchema = z.object({
  email: z.string(),
  kind: z.enum(['sevenDays', 'fifteenMinutes', 'unknown', 'noAccount']),
  why: z.string(),
});
export type SessionRule = z.infer<typeof sessionRuleSchema>;

/** Something to take away when the person leaves. */
export const offBoardingItemSchema = z.object({
  key: workspaceKeySchema,
  workspace: z.string(),
  kind: z.enum(['member', 'grant', 'group', 'invite', 'invitedToGroup', 'unread', 'token']),
  email: z.string(),
  words: z.string(),
  subject: subjectSchema.nullable(),
  /** The change that removes it; `null` where it goes with another one, or where nobody can tell. */
  change: changeSchema.nullable(),
});
export type OffBoardingItem = z.infer<typeof offBoardingItemSchema>;

export const personViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  emails: z.array(z.string()),
  /** When the admin joined these addresses; empty for a single one. */
  joined: z.array(z.object({ emails: z.array(z.string()), at: z.iso.datetime() })),
  accounts: z.array(personAccountSchema),
  /** Workspaces without an account of this person; `unread`: why there may be one all the same. */
  absent: z.array(
    z.object({
      key: workspaceKeySchema,
      workspace: z.string(),
      asOf: z.iso.datetime().nullable(),
      unread: z.string().nullable(),
    }),
  ),
  sessions: z.array(sessionRuleSchema),
  suggestions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      why: resemblanceSchema,
      workspaces: z.array(z.string()),
    }),
  ),
  offBoarding: z.array(offBoardingItemSchema),
});
export type PersonView = z.infer<typeof personViewSchema>;

export const personSchemas = {
  'persons.list': {
    input: z.strictObject({
      text: z.string().max(200),
      show: z.enum(['all', 'several', 'suggested', 'invited', 'owners']),
      sort: z
        .object({
          column: z.enum(['name', 'email', 'workspaces']),
          direction: z.enum(['ascending', 'descending']),
        })
        .nullable(),
      offset: z.number().int().min(0).max(10_000_000),
      limit: z.number().int().min(0).max(500),
    }),
    output: z.object({
      /** Changes with every snapshot and every joining. */
      fingerprint: z.string(),
      total: count,
      matched: count,
      offset: count,
      rows: z.array(personRowSchema),
      counts: z.object({ several: count, suggested: count, invited: count, owners: count }),
      /** Workspaces whose people could not be read, with the reason. */
      unread: z.array(z.object({ key: workspaceKeySchema, workspace: z.string(), reason: z.string() })),
    }),
  },
  /** By any address of the person. */
  'persons.get': { input: z.strictObject({ email: address }), output: personViewSchema.nullable() },
  /** The admin confirms that these are one person. */
  'persons.join': {
    input: z.strictObject({ emails: z.array(address).min(2).max(50) }),
    output: z.undefined(),
  },
  /** Takes an address out of what was joined. */
  'persons.separate': { input: z.strictObject({ email: address }), output: z.undefined() },
  /** The admin says that these two are not one person: it is not suggested again. */
  'persons.keepApart': {
    input: z.strictObject({ emails: z.tuple([address, address]) }),
    output: z.undefined(),
  },
} as const;
