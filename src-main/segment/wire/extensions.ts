import { planSchema, tokenSchema } from '@contract/snapshot';
import { z } from 'zod';
import { wireLabelSchema } from './permission';
import { wireSpaceSchema } from './resources';

/** `GET /gatehouse/workspace`: what the sandbox tells and the Public API does not. */
export const wireBeyondSchema = z.object({
  workspace: z.object({ id: z.string(), plan: planSchema, hipaaEligible: z.boolean() }),
  token: z.object({ id: z.string(), role: z.enum(['Owner', 'Member']), createdBy: z.string() }),
});
export type WireBeyond = z.infer<typeof wireBeyondSchema>;

/** A token without its secret. */
export const wireTokenSchema = tokenSchema;

/** `POST /gatehouse/tokens`: the only answer that holds the secret. */
export const wireCreatedTokenSchema = z.object({ token: tokenSchema, secret: z.string().min(1) });
export type WireCreatedToken = z.infer<typeof wireCreatedTokenSchema>;

/** A space with its labels. */
export const wireLabelledSpaceSchema = wireSpaceSchema.extend({ labels: z.array(wireLabelSchema) });
export type WireLabelledSpace = z.infer<typeof wireLabelledSpaceSchema>;
