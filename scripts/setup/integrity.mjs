import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SetupError } from './say.mjs';

/**
 * Refuses a file that is not exactly the expected one.
 * @param {string} file
 * @param {string} integrity "sha512-" and the digest in base64, as in a package-lock.json
 * @throws {SetupError} when the digest differs
 */
export async function verifyIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === integrity) return;
  throw new SetupError(
    'The downloaded runtime is not the expected file, so it was not used.\n' +
      `  expected ${integrity}\n  received ${found}\n` +
      'The registry, or something between it and this machine, has changed the file. ' +
      'Check `npm config get registry` and try again with a registry that you trust.',
  );
}
