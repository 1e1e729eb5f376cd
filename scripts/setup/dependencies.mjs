import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requireNode } from './node-version.mjs';
import { runNpm } from './npm.mjs';
import { root } from './places.mjs';
import { SetupError, say } from './say.mjs';

/**
 * Makes node_modules match package-lock.json, and does nothing (no network) when
 * it already does.
 * @throws {SetupError} when Node.js is too old or npm fails
 */
export async function ensureDependencies() {
  requireNode();
  if (await dependenciesAreCurrent(root)) return;
  say('Installing dependencies…');
  const result = await runNpm(['ci']);
  if (result.status !== 0) {
    throw new SetupError(
      `${result.output.trim()}\n\nnpm ci failed (above is what npm says). It needs the network, or an npm cache ` +
        'that has everything.\nCheck the connection and `npm config get registry`, then run the command again.',
    );
  }
  await markDependencies(root);
}

/**
 * @param {string} folder a project folder
 * @returns {Promise<boolean>} whether node_modules was installed from the package-lock.json there
 */
export async function dependenciesAreCurrent(folder) {
  const [stamp, lock] = await Promise.all([
    readFile(stampFile(folder), 'utf8').catch(() => ''),
    lockHash(folder),
  ]);
  if (stamp.trim() === lock) return true;
  // Someone ran `npm ci` by hand: npm leaves its own record of what it installed.
  if (stamp !== '' || !(await npmInstalledFromLock(folder))) return false;
  await markDependencies(folder);
  return true;
}

/**
 * Records that node_modules was made from this package-lock.json.
 * @param {string} folder
 */
export async function markDependencies(folder) {
  await writeFile(stampFile(folder), `${await lockHash(folder)}\n`);
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, 'node_modules', '.gatehouse-lock');
}

/** @param {string} folder */
async function lockHash(folder) {
  return createHash('sha256')
    .update(await readFile(join(folder, 'package-lock.json')))
    .digest('hex');
}

/**
 * Compares npm's hidden record of the installed tree with the lock file: every
 * package that is installed is the locked one, and no locked package is missing
 * that is not optional (those of other systems are never installed).
 * @param {string} folder
 */
async function npmInstalledFromLock(folder) {
  const [lock, installed] = await Promise.all([
    lockedPackages(join(folder, 'package-lock.json')),
    lockedPackages(join(folder, 'node_modules', '.package-lock.json')).catch(() => new Map()),
  ]);
  if (installed.size === 0) return false;
  for (const [path, entry] of installed) {
    if (lock.get(path)?.integrity !== entry.integrity) return false;
  }
  for (const [path, entry] of lock) {
    if (path !== '' && !entry.optional && !entry.devOptional && !installed.has(path)) return false;
  }
  return true;
}

/**
 * @param {string} file
 * @returns {Promise<Map<string, { integrity?: string, optional?: boolean, devOptional?: boolean }>>}
 */
async function lockedPackages(file) {
  return new Map(Object.entries(JSON.parse(await readFile(file, 'utf8')).packages));
}
