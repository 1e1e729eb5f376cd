import { z } from 'zod';

/** The pagination object beside the array of a list. Cursors are opaque. */
export const wirePaginationSchema = z.object({
  current: z.string(),
  next: z.string().nullish(),
  totalEntries: z.number().int().nonnegative().nullish().catch(undefined),
});
export type WirePagination = z.infer<typeof wirePaginationSchema>;
