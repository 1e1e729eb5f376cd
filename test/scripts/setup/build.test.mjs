import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import {
  buildIsCurrent,
  forgetBuild,
  recordBuild,
  sourceFingerprint,
} from '../../../scripts/setup/build.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/**
 * @param {string} folder
 * @param {string} file
 * @param {string} text
 */
async function put(folder, file, text) {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

/** A project that was just built. */
async function builtProject() {
  const folder = await temporaryFolder();
  await put(folder, 'src-main/index.ts', 'main');
  await put(folder, 'src-renderer/app/page.css', 'css');
  await put(folder, 'package.json', '{}');
  await put(folder, 'docs/guide.md', 'text');
  for (const file of results) await put(folder, file, 'built');
  await recordBuild(folder, await sourceFingerprint(folder));
  return folder;
}

/** @param {string} folder */
const isCurrent = async (folder) => buildIsCurrent(folder, await sourceFingerprint(folder));

test('a build stays current while no source changes', async () => {
  const folder = await builtProject();
  expect(await isCurrent(folder)).toBe(true);
  await utimes(join(folder, 'src-main/index.ts'), new Date(), new Date());
  await put(folder, 'docs/guide.md', 'other text');
  await put(folder, 'test/some.test.ts', 'test');
  await put(folder, 'out/renderer/assets/x.js', 'x');
  expect(await isCurrent(folder)).toBe(true);
});

test.each([
  ['edited', (/** @type {string} */ folder) => put(folder, 'src-main/index.ts', 'niam')],
  ['added', (/** @type {string} */ folder) => put(folder, 'src-preload/index.ts', '')],
  ['removed', (/** @type {string} */ folder) => rm(join(folder, 'src-renderer/app/page.css'))],
  ['locked to other versions', (/** @type {string} */ folder) => put(folder, 'package-lock.json', '{}')],
  ['configured otherwise', (/** @type {string} */ folder) => put(folder, 'electron.vite.config.ts', 'x')],
])('it is stale when a source was %s', async (_, change) => {
  const folder = await builtProject();
  await change(folder);
  expect(await isCurrent(folder)).toBe(false);
});

test('moving text from one file to the next is a change', async () => {
  const folder = await temporaryFolder();
  await put(folder, 'src-main/a.ts', 'xy');
  await put(folder, 'src-main/b.ts', 'z');
  const before = await sourceFingerprint(folder);
  await put(folder, 'src-main/a.ts', 'x');
  await put(folder, 'src-main/b.ts', 'yz');
  expect(await sourceFingerprint(folder)).not.toBe(before);
});

test.each(results)('it is stale when %s is gone', async (file) => {
  const folder = await builtProject();
  await rm(join(folder, file));
  expect(await isCurrent(folder)).toBe(false);
});

test('a build that was begun and not finished is stale', async () => {
  const folder = await builtProject();
  await forgetBuild(folder);
  expect(await isCurrent(folder)).toBe(false);
});
