import { z } from 'zod';
import { workspaceKeySchema } from './workspaces';

/**
 * A sealed snapshot on its way to or from IndexedDB. The window keeps the bytes
 * and cannot read them. `id` names one complete snapshot of one workspace.
 */
export const sealedIdSchema = z.string().regex(/^[0-9a-f]{32}$/);

export const sealedChunkSchema = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.byteLength <= 64 * 1024 * 1024);

export const sealedSnapshotSchema = z.strictObject({
  key: workspaceKeySchema,
  id: sealedIdSchema,
  /** When the snapshot was completed (epoch ms): the newer of two wins. */
  completedAt: z.number(),
  chunks: z.array(sealedChunkSchema).min(1).max(4096),
});
export type SealedSnapshot = z.infer<typeof sealedSnapshotSchema>;

/**
 * What became of chunks that the window handed over. `kind` says what to do with
 * them: `damaged` and `older` can go, `newer` stays for the Gatehouse that wrote
 * it, `notConnected` belongs to no workspace any more. `reason` is for the admin.
 */
export const restoredSchema = z.object({
  opened: z.boolean(),
  kind: z.enum(['opened', 'damaged', 'newer', 'older', 'notConnected']),
  reason: z.string().nullable(),
});
export type Restored = z.infer<typeof restoredSchema>;
