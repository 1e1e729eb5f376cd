import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import type { SigningKey } from '@contract/evidence';
import { z } from 'zod';
import { createSealedStore } from '../vault/sealed-store';
import type { StoreVault } from '../vault/vault-store';
import { keyFingerprint, rawPublicKey } from './pack-key';

/** Signs manifests with the key of this installation. Every call throws Failed `locked` while the vault is. */
export interface Signer {
  readonly publicKey: string;
  /** The Ed25519 signature, base64. */
  sign(bytes: Uint8Array): string;
}

/** The signing key of this installation, made when it is first asked for. */
export interface SigningKeyStore {
  /** @throws Failed `locked`, `disk` */
  describe(): Promise<SigningKey>;
  /** @throws Failed `locked`, `disk` */
  signer(): Promise<Signer>;
}

const contentSchema = z.object({ privateKey: z.string(), createdAt: z.iso.datetime() }).nullable();
type Content = z.infer<typeof contentSchema>;

/** Makes the store and registers it with the vault, before the vault starts. `now` is epoch ms. */
export function createSigningKeyStore(vault: StoreVault, now: () => number): SigningKeyStore {
  const store = createSealedStore<Content>({
    vault,
    name: 'signing-key',
    place: { purpose: 'signing', workspace: null, id: 'ed25519' },
    format: 1,
    schema: contentSchema,
    empty: null,
    whenDamaged:
      'The key that signs evidence packs is damaged and was set aside. A new one is made with the next pack; packs signed before stay valid with the old public key.',
  });
  vault.register({
    load: async () => {
      await store.load();
    },
    writeAll: async () => {
      if (store.get() !== null) await store.writeAll();
    },
    settled: store.settled,
    forget: store.forget,
  });

  const key = async (): Promise<NonNullable<Content>> => {
    await store.change((present) => {
      if (present !== null) return present;
      const { privateKey } = generateKeyPairSync('ed25519');
      return {
        privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
        createdAt: new Date(now()).toISOString(),
      };
    });
    const made = store.get();
    if (made === null) throw new Error('a key that was just made is gone');
    return made;
  };
  const open = (content: NonNullable<Content>) =>
    createPrivateKey({ key: Buffer.from(content.privateKey, 'base64'), type: 'pkcs8', format: 'der' });

  return {
    describe: async () => {
      const content = await key();
      const publicKey = rawPublicKey(createPublicKey(open(content)));
      return {
        publicKey,
        fingerprint: keyFingerprint(publicKey),
        createdAt: content.createdAt,
        kept: vault.keepsOnDisk(),
      };
    },
    signer: async () => {
      const privateKey = open(await key());
      return {
        publicKey: rawPublicKey(createPublicKey(privateKey)),
        sign: (bytes) => sign(null, bytes, privateKey).toString('base64'),
      };
    },
  };
}
