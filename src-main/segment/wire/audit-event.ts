import { z } from 'zod';

/** An entry of the audit trail: what was done to which resource. */
export const wireAuditEventSchema = z.object({
  id: z.string(),
  timestamp: z.string(),
  type: z.string(),
  resourceId: z.string(),
  resourceType: z.string(),
});
export type WireAuditEvent = z.infer<typeof wireAuditEventSchema>;
