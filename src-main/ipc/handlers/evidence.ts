import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { SigningKeyStore } from '../../evidence/signing-key';
import { verifyPack } from '../../evidence/verify-pack';
import { Failed } from '../../storage/failed';
import type { Handlers } from '../wire';

/** The signing key, and whether a pack that the admin chooses is as it was signed. */
export function evidenceHandlers(
  keys: SigningKeyStore,
  choosePack: () => Promise<string | null>,
): Pick<Handlers, 'evidence.key' | 'evidence.verify'> {
  return {
    'evidence.key': () => keys.describe(),
    'evidence.verify': async () => {
      const path = await choosePack();
      if (path === null) return null;
      let bytes: Buffer;
      try {
        bytes = await readFile(path);
      } catch (error) {
        throw new Failed(
          'disk',
          'This file could not be read. Is it still there, and may you read it?',
          error,
        );
      }
      const { publicKey } = await keys.describe();
      return { ...verifyPack(bytes, publicKey), name: basename(path) };
    },
  };
}
