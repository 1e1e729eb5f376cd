import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SealedSnapshot, sealedSnapshotSchema } from '@contract/cache';
import { SNAPSHOT_VERSION, type Snapshot, snapshotHeadSchema } from '@contract/snapshot';
import { createBreather } from '../snapshot/breather';
import { fingerprintOf } from '../snapshot/fingerprint';
import { deepFreezeBreathing } from '../snapshot/freeze';
import { SnapshotInvalid, validateSnapshot } from '../snapshot/validate';
import { Failed } from '../storage/failed';
import { SealBroken, type Sealer } from '../vault/seal';
import { decompress } from './compression';
import {
  CACHE_FORMAT,
  chunkContentSchema,
  LARGEST_CHUNK,
  LARGEST_SNAPSHOT,
  LISTS,
  type ListName,
  type Manifest,
  manifestSchema,
  manifestVersionSchema,
  placeOfChunk,
} from './manifest';

/**
 * What became of a sealed snapshot; `reason` is for the admin. `damaged` and
 * `older` ones can go, the workspace is read anew. A `newer` one is left where
 * it is, for the newer Gatehouse that wrote it. `notConnected`: its workspace
 * was removed, and nobody can open it any more.
 */
export type OpenedSnapshot =
  | { readonly kind: 'opened'; readonly snapshot: Snapshot }
  | { readonly kind: 'damaged' | 'newer' | 'older' | 'notConnected'; readonly reason: string };

type NotOpened = Exclude<OpenedSnapshot['kind'], 'opened'>;

const reasons: Record<NotOpened, string> = {
  damaged: 'The copy kept on this machine is damaged. The workspace is read anew from Segment.',
  newer:
    'The copy kept on this machine was written by a newer version of Gatehouse. It is left as it is, and the workspace is read anew from Segment.',
  older:
    'The copy kept on this machine was written by an older version of Gatehouse. The workspace is read anew from Segment.',
  notConnected: 'The copy kept on this machine belongs to a workspace that is not connected any more.',
};

/** Stops the opening; becomes the answer. */
class NotOpenable extends Error {
  constructor(readonly kind: NotOpened) {
    super(kind);
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new NotOpenable('damaged');
  }
}

async function openChunk(
  vault: Sealer,
  sealed: SealedSnapshot,
  index: number,
  limit: number,
): Promise<unknown> {
  const chunk = sealed.chunks[index];
  if (chunk === undefined) throw new NotOpenable('damaged');
  const bytes = await decompress(vault.open(placeOfChunk(sealed.key, sealed.id, index), chunk), limit);
  if (bytes === null) throw new NotOpenable('damaged');
  return parseJson(bytes);
}

async function openManifest(vault: Sealer, sealed: SealedSnapshot): Promise<Manifest> {
  const json = await openChunk(vault, sealed, 0, LARGEST_CHUNK);
  const version = manifestVersionSchema.safeParse(json);
  if (!version.success) throw new NotOpenable('damaged');
  const { format, snapshotVersion } = version.data;
  if (format > CACHE_FORMAT || snapshotVersion > SNAPSHOT_VERSION) throw new NotOpenable('newer');
  if (format < CACHE_FORMAT || snapshotVersion < SNAPSHOT_VERSION) throw new NotOpenable('older');
  const manifest = manifestSchema.safeParse(json);
  if (
    !manifest.success ||
    manifest.data.chunks.length !== sealed.chunks.length - 1 ||
    manifest.data.chunks.reduce((sum, { bytes }) => sum + bytes, 0) > LARGEST_SNAPSHOT
  ) {
    throw new NotOpenable('damaged');
  }
  return manifest.data;
}

async function openLists(
  vault: Sealer,
  sealed: SealedSnapshot,
  manifest: Manifest,
): Promise<Record<ListName, unknown[]>> {
  const lists: Record<ListName, unknown[]> = {
    members: [],
    invites: [],
    groups: [],
    roles: [],
    labels: [],
    resources: [],
    unknowns: [],
  };
  for (const [place, expected] of manifest.chunks.entries()) {
    await nextTurn();
    const chunk = sealed.chunks[place + 1];
    if (chunk === undefined || createHash('sha256').update(chunk).digest('hex') !== expected.sha256) {
      throw new NotOpenable('damaged');
    }
    const content = chunkContentSchema.safeParse(await openChunk(vault, sealed, place + 1, expected.bytes));
    if (!content.success) throw new NotOpenable('damaged');
    for (const list of LISTS) {
      for (const entry of content.data[list] ?? []) lists[list].push(entry);
    }
  }
  if (LISTS.some((list) => lists[list].length !== manifest.counts[list])) throw new NotOpenable('damaged');
  return lists;
}

/**
 * Opens what `sealSnapshot` made, from wherever it has been meanwhile: complete
 * and unchanged, or not at all. It is validated as every snapshot is, its
 * fingerprint is computed anew, and it is frozen. The event loop gets its turns.
 *
 * @throws Failed `locked` when the vault is or becomes locked
 */
export async function openSnapshot(vault: Sealer, sealed: SealedSnapshot): Promise<OpenedSnapshot> {
  const notOpened = (kind: NotOpened): OpenedSnapshot => ({ kind, reason: reasons[kind] });
  if (!sealedSnapshotSchema.safeParse(sealed).success) return notOpened('damaged');
  try {
    const manifest = await openManifest(vault, sealed);
    const head = snapshotHeadSchema.safeParse(manifest.head);
    if (!head.success || Date.parse(head.data.completedAt) !== sealed.completedAt)
      return notOpened('damaged');
    const breathe = createBreather();
    const lists = await openLists(vault, sealed, manifest);
    const snapshot = await validateSnapshot({ ...head.data, ...lists }, breathe);
    if ((await fingerprintOf(snapshot, breathe)) !== snapshot.fingerprint) return notOpened('damaged');
    await deepFreezeBreathing(snapshot, breathe);
    return { kind: 'opened', snapshot };
  } catch (error) {
    if (error instanceof NotOpenable) return notOpened(error.kind);
    if (error instanceof SealBroken) return notOpened(error.how);
    if (error instanceof SnapshotInvalid) return notOpened('damaged');
    if (error instanceof Failed && error.failure.code === 'notFound') return notOpened('notConnected');
    throw error;
  }
}
