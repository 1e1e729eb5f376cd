import { z } from 'zod';
import { labelRefSchema, planSchema } from './snapshot';
import { workspaceKeySchema } from './workspaces';

/**
 * What the admin states about something that the Public API does not show. It
 * is dated, signed with the admin's email, shown as a statement and never as a
 * fact read from Segment.
 */
export const attestedSchema = z.discriminatedUnion('subject', [
  z.object({ subject: z.literal('plan'), value: planSchema }),
  z.object({ subject: z.literal('hipaaEligible'), value: z.boolean() }),
  z.object({ subject: z.literal('tokens'), value: z.string().trim().min(1).max(4000) }),
  z.object({
    subject: z.literal('spaceLabels'),
    spaceId: z.string().min(1).max(255),
    value: z.array(labelRefSchema).max(100),
  }),
]);
export type Attested = z.infer<typeof attestedSchema>;

export const attestationSchema = z.object({
  key: workspaceKeySchema,
  statement: attestedSchema,
  by: z.string(),
  at: z.iso.datetime(),
});
export type Attestation = z.infer<typeof attestationSchema>;

/** Which statement: by subject, and the space for labels of a space. */
export const attestationSubjectSchema = z.enum(['plan', 'hipaaEligible', 'tokens', 'spaceLabels']);
