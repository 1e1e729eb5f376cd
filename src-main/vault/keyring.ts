import { Failed } from '../storage/failed';

/** What the vault uses of Electron's `safeStorage`. */
export interface SafeStorageLike {
  isEncryptionAvailable(): boolean;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
}

/** Whether the system has a keyring that really encrypts, and its own word for it. */
export interface KeyringFacts {
  readonly real: boolean;
  readonly backend: string;
}

/**
 * What Electron answers on Linux where there is no keyring: `basic_text`
 * encrypts with a password that is in Chromium's source, `unknown` says that
 * nothing was chosen (also before the app is ready).
 */
const NO_KEYRING = new Set(['basic_text', 'unknown']);

/** Asks the system about its keyring. A keyring that throws when asked is none. */
export function keyringFacts(safeStorage: SafeStorageLike, platform: NodeJS.Platform): KeyringFacts {
  try {
    const available = safeStorage.isEncryptionAvailable();
    switch (platform) {
      case 'darwin':
        return { real: available, backend: 'keychain' };
      case 'win32':
        return { real: available, backend: 'dpapi' };
      default: {
        const backend = safeStorage.getSelectedStorageBackend?.() ?? 'unknown';
        return { real: available && !NO_KEYRING.has(backend), backend };
      }
    }
  } catch {
    return { real: false, backend: 'unknown' };
  }
}

/**
 * Wraps a key with the system's keyring. The result is read back at once: a
 * keyring that cannot return what it took must not hold the only copy.
 *
 * @throws Failed `unsupported`
 */
export function wrapWithKeyring(safeStorage: SafeStorageLike, key: Buffer): Buffer {
  const text = key.toString('base64');
  try {
    const wrapped = safeStorage.encryptString(text);
    if (safeStorage.decryptString(wrapped) === text) return wrapped;
  } catch (error) {
    throw new Failed(
      'unsupported',
      'The keyring of the system did not take the key. Unlock the keyring and try again, or choose a passphrase.',
      error,
    );
  }
  throw new Failed(
    'unsupported',
    'The keyring of the system did not give the key back unchanged. Choose a passphrase.',
  );
}

/** The key that the keyring wrapped, or `null` where it cannot or will not open it. */
export function unwrapWithKeyring(safeStorage: SafeStorageLike, wrapped: Buffer): Buffer | null {
  try {
    const key = Buffer.from(safeStorage.decryptString(wrapped), 'base64');
    return key.byteLength === 32 ? key : null;
  } catch {
    return null;
  }
}
