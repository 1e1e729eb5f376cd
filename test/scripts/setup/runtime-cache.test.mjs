import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillAtomically, isComplete } from '../../../scripts/setup/runtime-cache.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

/** A process id that no system gives out. */
const nobody = 2 ** 30;

/**
 * @param {string} text
 * @returns {(draft: string) => Promise<void>}
 */
const fillWith = (text) => (draft) => writeFile(join(draft, 'electron'), text);

test('a folder that was filled half is not used, and is replaced as a whole', async () => {
  const cache = await temporaryFolder();
  const folder = join(cache, 'electron-1.0.0');
  await mkdir(folder);
  await writeFile(join(folder, 'electron'), 'half');
  await writeFile(join(folder, 'leftover'), 'x');
  expect(await isComplete(folder, 'one')).toBe(false);

  await fillAtomically(folder, 'one', fillWith('whole'));
  expect(await isComplete(folder, 'one')).toBe(true);
  expect(await readFile(join(folder, 'electron'), 'utf8')).toBe('whole');
  expect(await readdir(folder)).not.toContain('leftover');
  expect(await readdir(cache)).toEqual(['electron-1.0.0']);
});

test('a marker that was cut off, or names something else, does not count', async () => {
  const folder = join(await temporaryFolder(), 'electron-1.0.0');
  await fillAtomically(folder, 'one', fillWith('1'));
  expect(await isComplete(folder, 'two')).toBe(false);
  await writeFile(join(folder, '.gatehouse-complete.json'), '{"contents":"on');
  expect(await isComplete(folder, 'one')).toBe(false);
});

test('when filling fails nothing is left behind and what was there stays', async () => {
  const cache = await temporaryFolder();
  const folder = join(cache, 'electron-1.0.0');
  await fillAtomically(folder, 'one', fillWith('1'));
  const failing = fillAtomically(folder, 'two', async (draft) => {
    await writeFile(join(draft, 'electron'), 'bad');
    throw new Error('the disk is full');
  });
  await expect(failing).rejects.toThrow('the disk is full');
  expect(await readdir(cache)).toEqual(['electron-1.0.0']);
  expect(await isComplete(folder, 'one')).toBe(true);
});

test('while it is being filled nobody sees it as complete', async () => {
  const folder = join(await temporaryFolder(), 'electron-1.0.0');
  /** @type {boolean[]} */
  const seen = [];
  await fillAtomically(folder, 'one', async (draft) => {
    await writeFile(join(draft, 'electron'), '1');
    seen.push(await isComplete(folder, 'one'));
  });
  expect(seen).toEqual([false]);
});

test('the second of two runs keeps what the first one put there', async () => {
  const cache = await temporaryFolder();
  const folder = join(cache, 'electron-1.0.0');
  await fillAtomically(folder, 'one', async (draft) => {
    await mkdir(folder);
    await writeFile(join(folder, 'electron'), 'first');
    await writeFile(join(folder, '.gatehouse-complete.json'), '{"contents":"one"}');
    await writeFile(join(draft, 'electron'), 'second');
  });
  expect(await readFile(join(folder, 'electron'), 'utf8')).toBe('first');
  expect(await readdir(cache)).toEqual(['electron-1.0.0']);
});

test('drafts of runs that were killed are removed, those of living ones are not', async () => {
  const cache = await temporaryFolder();
  const dead = `electron-1.0.0.${nobody}.draft`;
  const alive = `electron-1.0.0.${process.ppid}.draft`;
  await mkdir(join(cache, dead));
  await mkdir(join(cache, alive));
  await fillAtomically(join(cache, 'electron-1.0.0'), 'one', fillWith('1'));
  const names = await readdir(cache);
  expect(names).not.toContain(dead);
  expect(names).toContain(alive);
});
