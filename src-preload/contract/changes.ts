import { z } from 'zod';
import {
  grantSchema,
  groupSchema,
  inviteSchema,
  labelRefSchema,
  labelSchema,
  memberSchema,
  resourceSchema,
  resourceTypeSchema,
} from './snapshot';

/**
 * Changes: the intended edits that a draft is made of. Each is applied to a
 * snapshot by the policy engine and has an inverse.
 */

/** Who holds grants: a team member or a user group. */
export const holderSchema = z.object({ kind: z.enum(['member', 'group']), id: z.string() });
export type Holder = z.infer<typeof holderSchema>;

/** A resource of any kind by its id. */
export const resourceKeySchema = z.object({ type: resourceTypeSchema, id: z.string() });

const at = z.number().int().nonnegative();

/**
 * One entry of a list of the snapshot, replaced at its place: `before: null`
 * inserts, `after: null` removes.
 */
export const editSchema = z.discriminatedUnion('collection', [
  z.object({
    collection: z.literal('members'),
    at,
    before: memberSchema.nullable(),
    after: memberSchema.nullable(),
  }),
  z.object({
    collection: z.literal('groups'),
    at,
    before: groupSchema.nullable(),
    after: groupSchema.nullable(),
  }),
  z.object({
    collection: z.literal('invites'),
    at,
    before: inviteSchema.nullable(),
    after: inviteSchema.nullable(),
  }),
  z.object({
    collection: z.literal('labels'),
    at,
    before: labelSchema.nullable(),
    after: labelSchema.nullable(),
  }),
  z.object({
    collection: z.literal('resources'),
    at,
    before: resourceSchema.nullable(),
    after: resourceSchema.nullable(),
  }),
]);
export type Edit = z.infer<typeof editSchema>;

/** One intended edit of a workspace. Members, groups and resources are named by id, invites by address. */
export const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('addGrant'), holder: holderSchema, grant: grantSchema }),
  /** Takes away one grant equal to this one; an equal second one stays. */
  z.object({ kind: z.literal('removeGrant'), holder: holderSchema, grant: grantSchema }),
  z.object({ kind: z.literal('setGrants'), holder: holderSchema, grants: z.array(grantSchema) }),
  z.object({ kind: z.literal('addToGroup'), groupId: z.string(), memberId: z.string() }),
  z.object({ kind: z.literal('removeFromGroup'), groupId: z.string(), memberId: z.string() }),
  z.object({ kind: z.literal('createGroup'), groupId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('renameGroup'), groupId: z.string(), name: z.string() }),
  z.object({ kind: z.literal('deleteGroup'), groupId: z.string() }),
  z.object({ kind: z.literal('createLabel'), label: labelSchema }),
  z.object({ kind: z.literal('deleteLabel'), label: labelRefSchema }),
  z.object({ kind: z.literal('addLabel'), resource: resourceKeySchema, label: labelRefSchema }),
  z.object({ kind: z.literal('removeLabel'), resource: resourceKeySchema, label: labelRefSchema }),
  /** `grants` is what the invite offers; Segment does not show it again. */
  z.object({ kind: z.literal('invite'), email: z.string(), grants: z.array(grantSchema) }),
  z.object({ kind: z.literal('revokeInvite'), email: z.string() }),
  /** The invited person joins with what was offered, and with the groups that the address was put in. */
  z.object({ kind: z.literal('acceptInvite'), email: z.string(), member: memberSchema }),
  z.object({ kind: z.literal('addMember'), member: memberSchema }),
  z.object({ kind: z.literal('removeMember'), memberId: z.string() }),
  z.object({ kind: z.literal('addResource'), resource: resourceSchema }),
  z.object({ kind: z.literal('removeResource'), resource: resourceKeySchema }),
  /** The inverse of any change: puts entries back where they were. */
  z.object({ kind: z.literal('restore'), edits: z.array(editSchema) }),
]);
export type Change = z.infer<typeof changeSchema>;
