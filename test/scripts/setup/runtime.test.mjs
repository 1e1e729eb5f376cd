import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { firstErrorLine } from '../../../scripts/setup/official-runtime.mjs';
import { cacheFolder } from '../../../scripts/setup/places.mjs';
import { runQuietly } from '../../../scripts/setup/processes.mjs';
import { ensureRuntime } from '../../../scripts/setup/runtime.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

test("the person's own choice is taken without any download, and must exist", async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const executable = join(await temporaryFolder(), 'electron');
  await expect(ensureRuntime({ choice: executable })).rejects.toThrow(/no such file/);
  await writeFile(executable, '');
  expect(await ensureRuntime({ choice: executable })).toEqual({
    kind: 'chosen',
    executable,
    version: 'unknown',
  });
});

test("the reason is the error's own line, not the stack around it", () => {
  expect(firstErrorLine('Downloading…\nTypeError: fetch failed\n    at async download (x.js:1:1)\n')).toBe(
    'TypeError: fetch failed',
  );
  expect(firstErrorLine('\nkilled\n')).toBe('killed');
  expect(firstErrorLine('')).toBe('no answer in time');
});

test('the cache is where each system keeps such things', () => {
  expect(cacheFolder('linux', { XDG_CACHE_HOME: '/x' })).toBe(join('/x', 'gatehouse'));
  expect(cacheFolder('linux', {})).toMatch(/\.cache.gatehouse$/);
  expect(cacheFolder('darwin', {})).toMatch(/Library.Caches.gatehouse$/);
  expect(cacheFolder('win32', { LOCALAPPDATA: 'C' })).toBe(join('C', 'gatehouse', 'Cache'));
});

test('a program that fails, hangs or is missing has a status that is not 0', async () => {
  const node = process.execPath;
  const failed = await runQuietly(node, ['-e', 'console.log("o"); console.error("e"); process.exit(3)']);
  expect(failed).toMatchObject({ status: 3, stdout: 'o\n' });
  expect(failed.output).toContain('e\n');
  expect((await runQuietly(node, ['-e', 'setInterval(() => {}, 9)'], { timeoutMs: 200 })).status).toBe(
    128 + 9,
  );
  expect((await runQuietly(join(await temporaryFolder(), 'nothing'), [])).status).toBe(127);
});
