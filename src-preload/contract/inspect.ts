import { z } from 'zod';
import { attestationSchema } from './attestations';
import {
  groupRowSchema,
  labelRowSchema,
  memberRowSchema,
  resourceRowSchema,
  roleRowSchema,
  tokenRowSchema,
} from './lists';
import { labelRefSchema, resourceTypeSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/** Something that can be selected. A label's id is `key:value`, a resource's `TYPE:id`, an invite's its address. */
export const subjectSchema = z.strictObject({
  kind: z.enum(['member', 'invite', 'group', 'resource', 'label', 'role', 'token']),
  id: z.string().min(1).max(1000),
});
export type Subject = z.infer<typeof subjectSchema>;

export const inspectInputSchema = z.strictObject({ key: workspaceKeySchema, subject: subjectSchema });

/** Something to click on in an explanation. */
export const referenceSchema = z.object({ subject: subjectSchema, name: z.string() });
export type Reference = z.infer<typeof referenceSchema>;

/**
 * A scope ready to be worded: `all` current and future resources of `of` (the
 * kinds that the role is about, in words), a list (a resource that is gone has
 * `exists` false), labels joined by AND, or unknown with the reason.
 */
export const scopeViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all'), of: z.string() }),
  z.object({
    kind: z.literal('list'),
    resources: z.array(
      z.object({
        type: resourceTypeSchema,
        id: z.string(),
        name: z.string().nullable(),
        exists: z.boolean().nullable(),
      }),
    ),
  }),
  z.object({ kind: z.literal('labels'), labels: z.array(labelRefSchema), of: z.string() }),
  z.object({ kind: z.literal('unknown'), reason: z.string() }),
]);
export type ScopeView = z.infer<typeof scopeViewSchema>;

/** A grant with where it comes from: `holder` is the member or group that holds it. */
export const grantViewSchema = z.object({
  holder: referenceSchema,
  /** True when a selected member has it only through the group that is `holder`. */
  throughGroup: z.boolean(),
  roleId: z.string(),
  roleName: z.string(),
  /** False when the role catalogue does not know the role: what it gives is unknown. */
  roleKnown: z.boolean(),
  scope: scopeViewSchema,
});
export type GrantView = z.infer<typeof grantViewSchema>;

const grants = z.array(grantViewSchema).nullable();
const references = z.array(referenceSchema).max(10_000);

/** Everything that the inspector shows of one thing. `reason` beside a `null` says why it cannot be known. */
export const inspectionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('member'),
    row: memberRowSchema,
    grants,
    groups: references.nullable(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('invite'),
    row: memberRowSchema,
    groups: references.nullable(),
    reason: z.string(),
  }),
  z.object({
    kind: z.literal('group'),
    row: groupRowSchema,
    grants,
    members: references.nullable(),
    invited: z.array(z.string()).nullable(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('resource'),
    row: resourceRowSchema,
    /** Grants that name this resource one by one. */
    named: z.array(grantViewSchema),
    /** Label grants of a fitting role whose labels this resource all carries; `null`: its labels are unknown. */
    byLabel: z.array(grantViewSchema).nullable(),
    /** Grants of a fitting role over all current and future resources. */
    overall: z.array(grantViewSchema),
    /** Grants that may or may not concern it: unknown role, unknown scope, labels that cannot be seen. */
    uncertain: z.array(grantViewSchema),
    destinations: references,
    attestation: attestationSchema.nullable(),
    reason: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('label'),
    row: labelRowSchema,
    resources: references,
    spacesReason: z.string().nullable(),
    grants: z.array(grantViewSchema),
  }),
  z.object({ kind: z.literal('role'), row: roleRowSchema, holders: z.array(grantViewSchema) }),
  z.object({ kind: z.literal('token'), row: tokenRowSchema }),
  /** It was there when it was selected and is not in the snapshot any more. */
  z.object({ kind: z.literal('gone'), subject: subjectSchema }),
]);
export type Inspection = z.infer<typeof inspectionSchema>;
