import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dependenciesAreCurrent, markDependencies } from '../../../scripts/setup/dependencies.mjs';
import { requireNode } from '../../../scripts/setup/node-version.mjs';
import { temporaryFolder } from './temporary-folder.mjs';

const locked = {
  '': { name: 'x' },
  'node_modules/a': { integrity: 'sha512-a' },
  'node_modules/b-darwin': { integrity: 'sha512-b', optional: true },
};

/**
 * @param {Record<string, object>} packages what npm says it installed; nothing when undefined
 */
async function project(packages) {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
  await writeFile(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
  return folder;
}

test('without node_modules there is something to install', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify({ packages: locked }));
  expect(await dependenciesAreCurrent(folder)).toBe(false);
});

test('what was installed from this lock file is current, until the lock file changes', async () => {
  const folder = await project({});
  expect(await dependenciesAreCurrent(folder)).toBe(false);
  await markDependencies(folder);
  expect(await dependenciesAreCurrent(folder)).toBe(true);
  const lock = join(folder, 'package-lock.json');
  await writeFile(lock, (await readFile(lock, 'utf8')).replace('sha512-a', 'sha512-c'));
  expect(await dependenciesAreCurrent(folder)).toBe(false);
});

test('an `npm ci` by hand is recognised, and a tree that differs from the lock file is not taken for one', async () => {
  expect(await dependenciesAreCurrent(await project({ 'node_modules/a': { integrity: 'sha512-a' } }))).toBe(
    true,
  );
  expect(await dependenciesAreCurrent(await project({ 'node_modules/a': { integrity: 'sha512-z' } }))).toBe(
    false,
  );
  const other = { 'node_modules/b-darwin': { integrity: 'sha512-b' } };
  expect(await dependenciesAreCurrent(await project(other))).toBe(false);
});

test.each(['18.20.4', '20.18.1', '20.9.0'])('Node.js %s is too old, and says so', (version) => {
  expect(() => requireNode(version)).toThrow(/20\.19 or newer/);
});

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('Node.js %s will do', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});
