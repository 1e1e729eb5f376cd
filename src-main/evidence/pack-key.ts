import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** What stands before the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The 32 bytes of a public key, base64. */
export function rawPublicKey(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'der' }).subarray(SPKI.byteLength).toString('base64');
}

/** The key of 32 bytes in base64. @throws where they are no key */
export function publicKeyOf(raw: string): KeyObject {
  const der = Buffer.concat([SPKI, Buffer.from(raw, 'base64')]);
  return createPublicKey({ key: der, type: 'spki', format: 'der' });
}

/** SHA-256 of a public key as people compare it: hex in groups of four. */
export function keyFingerprint(raw: string): string {
  const hex = createHash('sha256').update(Buffer.from(raw, 'base64')).digest('hex');
  return (hex.match(/.{4}/g) ?? []).join(' ');
}
