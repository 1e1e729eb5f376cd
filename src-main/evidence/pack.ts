import { createHash } from 'node:crypto';
import type { Manifest } from '@contract/evidence';
import { zipSync } from 'fflate/browser';
import type { Signer } from './signing-key';

/** The names that a pack keeps for itself. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';

/** A report that goes into a pack. */
export interface PackFile {
  /** A plain file name: no folders, and none of the names that the pack keeps. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** SHA-256 in hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Whether a pack may hold a file of that name: one that unpacks to where it should, on every system. */
export function isPackName(name: string): boolean {
  return /^[\w][\w .()-]*$/.test(name) && name !== MANIFEST && name !== SIGNATURE && name.length <= 255;
}

/**
 * Puts files into a ZIP, stored and without times: the same files in the same order are always
 * the same bytes, so that whoever verifies can make the container again and compare.
 */
export function container(files: readonly PackFile[]): Uint8Array {
  // ZIP has no time zone: this is the earliest time that it can say, whatever the zone is here.
  const mtime = new Date(1980, 0, 1);
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0, mtime });
}

/** Makes a signed pack. @throws Error for a name that no pack may hold, or one given twice */
export function makePack(
  about: Omit<Manifest, 'format' | 'version' | 'files' | 'publicKey'>,
  files: readonly PackFile[],
  signer: Signer,
): Uint8Array {
  const names = new Set(files.map(({ name }) => name));
  if (names.size !== files.length) throw new Error('two files of a pack have one name');
  for (const name of names) if (!isPackName(name)) throw new Error(`\`${name}\` cannot be in a pack`);
  const manifest: Manifest = {
    format: 'gatehouse-evidence',
    version: 1,
    ...about,
    files: files.map(({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: sha256(bytes) })),
    publicKey: signer.publicKey,
  };
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  return container([
    { name: MANIFEST, bytes: text },
    { name: SIGNATURE, bytes: Buffer.from(`${signer.sign(text)}\n`) },
    ...files,
  ]);
}
