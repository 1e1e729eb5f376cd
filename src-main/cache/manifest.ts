import { z } from 'zod';
import type { SealPlace } from '../vault/seal';

/** The version of how a snapshot is cut into chunks; chunks of a newer one are kept and not read. */
export const CACHE_FORMAT = 1;

/** The most that one chunk may hold before it is compressed, in bytes. */
export const LARGEST_CHUNK = 64 * 1024 * 1024;

/** The most that all chunks of a snapshot may hold before they are compressed, in bytes. */
export const LARGEST_SNAPSHOT = 1024 * 1024 * 1024;

/** The lists of a snapshot that are cut into chunks, in the order in which they are written. */
export const LISTS = ['members', 'invites', 'groups', 'roles', 'labels', 'resources', 'unknowns'] as const;
/** The name of one of these lists. */
export type ListName = (typeof LISTS)[number];

const run = z.array(z.unknown()).optional();

/** What a chunk after the first holds: a run of entries of one list or of several. */
export const chunkContentSchema = z.object({
  members: run,
  invites: run,
  groups: run,
  roles: run,
  labels: run,
  resources: run,
  unknowns: run,
});

/** What tells whether a chunk 0 can be read at all. */
export const manifestVersionSchema = z.object({ format: z.number(), snapshotVersion: z.number() });

const count = z.number().int().nonnegative();

/**
 * Chunk 0: the head of the snapshot and what the other chunks must be, so that a
 * missing, cut, exchanged or repeated chunk cannot go unseen. `head` is a
 * SnapshotHead; `sha256` is over the sealed bytes, `bytes` the size before
 * compression. Whose it is and which one is bound into every seal (`placeOfChunk`).
 */
export const manifestSchema = z.object({
  format: z.literal(CACHE_FORMAT),
  snapshotVersion: z.number().int(),
  head: z.unknown(),
  counts: z.object({
    members: count,
    invites: count,
    groups: count,
    roles: count,
    labels: count,
    resources: count,
    unknowns: count,
  }),
  chunks: z.array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), bytes: count.max(LARGEST_CHUNK) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** Where chunk `index` of snapshot `id` belongs: it opens nowhere else. */
export function placeOfChunk(key: string, id: string, index: number): SealPlace {
  return { purpose: 'snapshot', workspace: key, id: `${id}/${index}` };
}
