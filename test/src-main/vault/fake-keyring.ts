import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { SafeStorageLike } from '../../../src-main/vault/keyring';

/** A keyring in memory that another test can swap, lock or take away. */
export interface FakeKeyring extends SafeStorageLike {
  available: boolean;
  backend: string;
  /** Which user's keyring it is: what one sealed, no other opens. */
  user: string;
  /** Gives this back instead of what was sealed. */
  answers: string | null;
}

export function createFakeKeyring(backend = 'gnome_libsecret'): FakeKeyring {
  const keyOf = (user: string) => createHash('sha256').update(user).digest();
  return {
    available: true,
    backend,
    user: 'anna',
    answers: null,
    isEncryptionAvailable() {
      return this.available;
    },
    getSelectedStorageBackend() {
      return this.backend;
    },
    encryptString(text) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', keyOf(this.user), nonce);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.from('v11'), nonce, sealed, cipher.getAuthTag()]);
    },
    decryptString(sealed) {
      if (this.answers !== null) return this.answers;
      const decipher = createDecipheriv('aes-256-gcm', keyOf(this.user), sealed.subarray(3, 15));
      decipher.setAuthTag(sealed.subarray(-16));
      return Buffer.concat([decipher.update(sealed.subarray(15, -16)), decipher.final()]).toString('utf8');
    },
  };
}
