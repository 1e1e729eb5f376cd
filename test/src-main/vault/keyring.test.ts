import { describe, expect, it } from 'vitest';
import { keyringFacts, unwrapWithKeyring, wrapWithKeyring } from '../../../src-main/vault/keyring';
import { createFakeKeyring } from './fake-keyring';

describe('the keyring', () => {
  it.each([
    ['gnome_libsecret', true],
    ['kwallet6', true],
    ['basic_text', false],
    ['unknown', false],
  ])('on Linux with %s is real: %s', (backend, real) => {
    expect(keyringFacts(createFakeKeyring(backend), 'linux')).toEqual({ real, backend });
  });

  it('is none where the system says so, whatever its name', () => {
    const keyring = createFakeKeyring();
    keyring.available = false;
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(keyringFacts(keyring, platform).real).toBe(false);
    }
  });

  it('is the keychain on macOS and the data protection of Windows, which have no backends', () => {
    const { encryptString, decryptString } = createFakeKeyring();
    const safeStorage = { isEncryptionAvailable: () => true, encryptString, decryptString };
    expect(keyringFacts(safeStorage, 'darwin')).toEqual({ real: true, backend: 'keychain' });
    expect(keyringFacts(safeStorage, 'win32')).toEqual({ real: true, backend: 'dpapi' });
    expect(keyringFacts(safeStorage, 'linux')).toEqual({ real: false, backend: 'unknown' });
  });

  it('is none when asking it throws', () => {
    const keyring = createFakeKeyring();
    keyring.isEncryptionAvailable = () => {
      throw new Error('no bus');
    };
    expect(keyringFacts(keyring, 'linux').real).toBe(false);
  });

  it('must give a key back before it is trusted with it', () => {
    const keyring = createFakeKeyring();
    const key = Buffer.alloc(32, 5);
    expect(unwrapWithKeyring(keyring, wrapWithKeyring(keyring, key))).toEqual(key);
    keyring.answers = 'something else';
    expect(() => wrapWithKeyring(keyring, key)).toThrow('did not give the key back');
    keyring.answers = null;
    keyring.encryptString = () => {
      throw new Error('locked');
    };
    expect(() => wrapWithKeyring(keyring, key)).toThrow('did not take the key');
  });
});
