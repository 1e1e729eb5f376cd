import { createHash, randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SealedSnapshot, sealedSnapshotSchema } from '@contract/cache';
import { SNAPSHOT_VERSION, type Snapshot, snapshotHeadSchema } from '@contract/snapshot';
import { Failed } from '../storage/failed';
import type { Sealer } from '../vault/seal';
import { compress } from './compression';
import { CHUNK_LIMITS, type ChunkLimits, cutSnapshot } from './cut-snapshot';
import { CACHE_FORMAT, LARGEST_CHUNK, LARGEST_SNAPSHOT, type Manifest, placeOfChunk } from './manifest';

function tooLarge(cause?: unknown): Failed {
  return new Failed(
    'unsupported',
    'This workspace is too large to be kept for reading offline. It stays readable until Gatehouse is closed.',
    cause,
  );
}

/** What is larger than could be opened again is not kept at all. */
function assertFits(chunkBytes: number, wholeBytes: number): void {
  if (chunkBytes > LARGEST_CHUNK || wholeBytes > LARGEST_SNAPSHOT) throw tooLarge();
}

/**
 * Seals a snapshot for the window's cache: cut into chunks, each compressed and
 * sealed with the data key of the workspace. The event loop gets a turn between
 * chunks. The snapshot gets a new random id each time.
 *
 * @throws Failed `locked`, `notFound` (the workspace was removed), `unsupported` (too large)
 */
export async function sealSnapshot(
  vault: Sealer,
  key: string,
  snapshot: Snapshot,
  limits: ChunkLimits = CHUNK_LIMITS,
): Promise<SealedSnapshot> {
  const id = randomBytes(16).toString('hex');
  const completedAt = Date.parse(snapshot.completedAt);
  const chunks: Buffer[] = [];
  const listed: Manifest['chunks'] = [];
  let whole = 0;

  for (const text of cutSnapshot(snapshot, limits)) {
    const bytes = Buffer.from(text);
    whole += bytes.byteLength;
    assertFits(bytes.byteLength, whole);
    const sealed = vault.seal(placeOfChunk(key, id, chunks.length + 1), await compress(bytes));
    listed.push({ sha256: createHash('sha256').update(sealed).digest('hex'), bytes: bytes.byteLength });
    chunks.push(sealed);
    await nextTurn();
  }

  const manifest: Manifest = {
    format: CACHE_FORMAT,
    snapshotVersion: SNAPSHOT_VERSION,
    head: snapshotHeadSchema.parse(snapshot),
    counts: {
      members: snapshot.members.length,
      invites: snapshot.invites.length,
      groups: snapshot.groups.length,
      roles: snapshot.roles.length,
      labels: snapshot.labels.length,
      resources: snapshot.resources.length,
      unknowns: snapshot.unknowns.length,
    },
    chunks: listed,
  };
  const first = Buffer.from(JSON.stringify(manifest));
  assertFits(first.byteLength, whole + first.byteLength);
  const sealedFirst = vault.seal(placeOfChunk(key, id, 0), await compress(first));
  // Small Buffers share memory with whatever else main handles, and crossing to the window may take all of
  // it along: each chunk leaves as a copy with memory of its own.
  const alone = [sealedFirst, ...chunks].map((chunk) => new Uint8Array(chunk));
  const sealed = sealedSnapshotSchema.safeParse({ key, id, completedAt, chunks: alone });
  if (!sealed.success) throw tooLarge(sealed.error);
  return sealed.data;
}
