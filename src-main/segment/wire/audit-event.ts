import { z } from 'zod';

/** An entry of the audit trail: what was done to which resource. */
export const wireAuditEventSchema = z.object({
  id: z.string(),
  timestamp: z.string(),
  type: z.string(),
  resourceId: z.string(),
  resourceType: z.string(),
  /** Who did it: `public-api-token/…` or a member; and the address where the trail tells it. */
  actor: z.string().nullish(),
  actorEmail: z.string().nullish(),
});
export type WireAuditEvent = z.infer<typeof wireAuditEventSchema>;
