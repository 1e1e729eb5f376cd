import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyIntegrity } from '../../../scripts/setup/integrity.mjs';
import { SetupError } from '../../../scripts/setup/say.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

test('takes the expected file and refuses one that differs in a single byte', async () => {
  const file = join(await temporaryFolder(), 'runtime.tgz');
  const content = Buffer.alloc(200_000, 7);
  const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;

  await writeFile(file, content);
  await expect(verifyIntegrity(file, integrity)).resolves.toBeUndefined();

  content[123_456] = 8;
  await writeFile(file, content);
  await expect(verifyIntegrity(file, integrity)).rejects.toThrow(SetupError);
  await expect(verifyIntegrity(file, integrity)).rejects.toThrow(integrity);
});
