import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where random bytes come from. */
export type RandomSource = (size: number) => Buffer;

/** What sealed bytes are for; each purpose has a key of its own. */
export type SealPurpose =
  | 'check'
  | 'dataKey'
  | 'workspaces'
  | 'attestations'
  | 'persons'
  | 'signing'
  | 'snapshot'
  | 'drafts'
  | 'journal';

/**
 * Where sealed bytes belong. It is bound into the seal: bytes that are moved to
 * another place do not open there. `workspace` is Gatehouse's own key of a
 * connected workspace, or `null` for what belongs to none.
 */
export interface SealPlace {
  readonly purpose: SealPurpose;
  readonly workspace: string | null;
  readonly id: string;
}

/** Seals and opens bytes; the vault does, while it is open. */
export interface Sealer {
  /** @throws Failed `locked`, or `notFound` for a workspace without a key. */
  seal(place: SealPlace, bytes: Uint8Array): Buffer;
  /** @throws SealBroken; Failed `locked`, or `notFound` for a workspace without a key. */
  open(place: SealPlace, sealed: Uint8Array): Buffer;
}

/**
 * Sealed bytes that do not open: `damaged` (changed, cut, moved or sealed with
 * another key) or `newer` (the format of a newer Gatehouse).
 */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';

  constructor(readonly how: 'damaged' | 'newer') {
    super(how === 'damaged' ? 'sealed bytes are damaged' : 'sealed bytes are of a newer version');
  }
}

const MAGIC = Buffer.from('GHS', 'ascii');
const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEADER = MAGIC.byteLength + 1 + NONCE;

function boundTo(place: SealPlace): Buffer {
  // JSON keeps the parts apart, whatever is in them.
  return Buffer.from(
    JSON.stringify(['gatehouse', VERSION, place.purpose, place.workspace, place.id]),
    'utf8',
  );
}

/** Seals with AES-256-GCM: `GHS`, version (1 byte), nonce (12), ciphertext, tag (16). */
export function sealWith(
  key: Buffer,
  place: SealPlace,
  bytes: Uint8Array,
  random: RandomSource = randomBytes,
): Buffer {
  const nonce = random(NONCE);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  cipher.setAAD(boundTo(place));
  return Buffer.concat([
    MAGIC,
    Buffer.from([VERSION]),
    nonce,
    cipher.update(bytes),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/** Opens what `sealWith` made for the same key and place. @throws SealBroken */
export function openWith(key: Buffer, place: SealPlace, sealed: Uint8Array): Buffer {
  const all = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (all.byteLength < HEADER + TAG || !all.subarray(0, MAGIC.byteLength).equals(MAGIC)) {
    throw new SealBroken('damaged');
  }
  const version = all.readUInt8(MAGIC.byteLength);
  if (version > VERSION) throw new SealBroken('newer');
  if (version !== VERSION) throw new SealBroken('damaged');
  const nonce = all.subarray(HEADER - NONCE, HEADER);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
  decipher.setAAD(boundTo(place));
  decipher.setAuthTag(all.subarray(all.byteLength - TAG));
  const opened = decipher.update(all.subarray(HEADER, all.byteLength - TAG));
  try {
    return Buffer.concat([opened, decipher.final()]);
  } catch {
    throw new SealBroken('damaged');
  }
}
