import { z } from 'zod';

/** How many are reached at which level, at most one of the three each; `pii` of them with PII unmasked. */
export const reachCountSchema = z.object({
  read: z.number().int().nonnegative(),
  admin: z.number().int().nonnegative(),
  /** Not for certain, but perhaps. */
  unknown: z.number().int().nonnegative(),
  pii: z.number().int().nonnegative(),
});
export type ReachCount = z.infer<typeof reachCountSchema>;
