import { z } from 'zod';

/**
 * The session of one identity (an email): how long it may last, because of what,
 * and when it ends as things stand (epoch ms, wall clock). `fifteenMinutes` counts
 * from the last activity, `fifteenMinutesAtMost` and `sevenDays` from unlocking.
 */
export const sessionSchema = z.object({
  email: z.string(),
  limit: z.enum(['sevenDays', 'fifteenMinutes', 'fifteenMinutesAtMost']),
  /** The HIPAA eligible workspaces that make it short. */
  because: z.array(z.string()),
  endsAt: z.number(),
});
export type Session = z.infer<typeof sessionSchema>;
