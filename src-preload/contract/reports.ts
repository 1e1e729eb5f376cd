import { z } from 'zod';
import { matrixViewSchema } from './matrix';
import { workspaceKeySchema } from './workspaces';

/** Reports and evidence packs, made in main and written where the admin says in the system's own dialog. */

export const reportKindSchema = z.enum(['access', 'matrix', 'people', 'resources', 'users', 'findings']);
export type ReportKindName = z.infer<typeof reportKindSchema>;

/** What files an admin can choose. */
export const exportFormatSchema = z.enum(['csv', 'xlsx', 'pdf', 'json']);
export type ExportFormat = z.infer<typeof exportFormatSchema>;

/** What an export is narrowed to: what the matrix shows, one workspace, or all of them. */
export const exportScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('view'), key: workspaceKeySchema, view: matrixViewSchema }),
  z.strictObject({ kind: z.literal('workspace'), key: workspaceKeySchema }),
  z.strictObject({ kind: z.literal('all') }),
]);
export type ExportScope = z.infer<typeof exportScopeSchema>;

export const exportRequestSchema = z.strictObject({
  scope: exportScopeSchema,
  kinds: z.array(reportKindSchema).min(1).max(6),
  formats: z.array(exportFormatSchema).min(1).max(4),
  /** Rows without access, too. */
  all: z.boolean(),
  /** As one signed pack. Several files always come as one. */
  pack: z.boolean(),
});
export type ExportRequest = z.infer<typeof exportRequestSchema>;

export const exportProgressSchema = z.object({
  /** Files done, of how many; and what is being made. */
  done: z.number().int().nonnegative(),
  of: z.number().int().positive(),
  words: z.string(),
});
export type ExportProgress = z.infer<typeof exportProgressSchema>;

export const reportSchemas = {
  /** Asks where to write first; `cancelled` where the admin chose nothing or stopped it. */
  'reports.export': {
    input: exportRequestSchema,
    output: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('written'), names: z.array(z.string()), bytes: z.number().int() }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },
  'reports.cancel': { input: z.undefined(), output: z.undefined() },
} as const;
