import { createHash } from 'node:crypto';
import type { Snapshot } from '@contract/snapshot';
import { type Breathe, createBreather, forEachBreathing } from './breather';
import { canonicalJson } from './canonical-json';

/** What the fingerprint is over: the content, not when and in how many pages it was read. */
export type SnapshotContent = Omit<
  Snapshot,
  'fingerprint' | 'startedAt' | 'completedAt' | 'fullReadAt' | 'reads'
>;

/** The lists of the content, in the order in which they enter the fingerprint. */
const LISTS = ['members', 'invites', 'groups', 'roles', 'labels', 'resources', 'unknowns'] as const;

/**
 * SHA-256 (hex) over the canonical content: the same for the same remote state,
 * whatever the order of keys. The lists are taken in their order, which is
 * canonical in an assembled snapshot.
 */
export async function fingerprintOf(
  content: SnapshotContent,
  breathe: Breathe = createBreather(),
): Promise<string> {
  const hash = createHash('sha256');
  const { version, workspace, beyondApi } = content;
  hash.update(canonicalJson({ version, workspace, beyondApi }));
  for (const name of LISTS) {
    hash.update(`\n${name}\n`);
    await forEachBreathing<unknown>(content[name], breathe, (entry) => {
      hash.update(`${canonicalJson(entry)}\n`);
    });
  }
  return hash.digest('hex');
}
