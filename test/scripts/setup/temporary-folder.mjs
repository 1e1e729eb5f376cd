import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/**
 * An empty folder that is gone after the test.
 * @returns {Promise<string>}
 */
export async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-scripts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
