import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, root } from './places.mjs';
import { runQuietly } from './processes.mjs';

const packageFolder = join(root, 'node_modules', 'electron');

/** A slow line may need minutes for its 110 MB; a line that hangs must not hold the start for ever. */
const downloadLimitMs = 10 * 60_000;

/** A machine without a route to the download keeps a short memory of that, so that each start is not slowed down. */
const retryAfterMs = 24 * 60 * 60_000;

/**
 * @typedef {{ kind: 'ready', executable: string, version: string } | { kind: 'unavailable', reason: string }} OfficialRuntime
 */

/**
 * Gets the Electron runtime that the `electron` package stands for, downloading it
 * when it is not there.
 * @param {{ retry: boolean }} options retry: try again even if a download failed less than a day ago
 * @returns {Promise<OfficialRuntime>}
 */
export async function ensureOfficialRuntime({ retry }) {
  const version = await officialVersion();
  const installed = await installedExecutable();
  if (installed !== undefined) return { kind: 'ready', executable: installed, version };
  if (!retry && (await failedLately(version))) {
    return {
      kind: 'unavailable',
      reason: 'it could not be downloaded when it was last tried, less than a day ago',
    };
  }
  const result = await runQuietly(process.execPath, [join(packageFolder, 'install.js')], {
    cwd: root,
    timeoutMs: downloadLimitMs,
  });
  const executable = await installedExecutable();
  if (result.status === 0 && executable !== undefined) {
    await rm(failureFile(version), { force: true });
    return { kind: 'ready', executable, version };
  }
  await rememberFailure(version);
  return { kind: 'unavailable', reason: firstErrorLine(result.output) };
}

/** @returns {Promise<string>} the version in package.json, for example "45.4.1" */
export async function officialVersion() {
  return JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')).version;
}

/**
 * path.txt is written last by Electron's own installer, so a half-unpacked folder is not taken for a runtime.
 * @returns {Promise<string | undefined>}
 */
async function installedExecutable() {
  const relative = await readFile(join(packageFolder, 'path.txt'), 'utf8').catch(() => undefined);
  if (relative === undefined) return undefined;
  const executable = join(packageFolder, 'dist', relative);
  return existsSync(executable) ? executable : undefined;
}

/** @param {string} version */
function failureFile(version) {
  return join(cacheFolder(), `electron-${version}.unreachable`);
}

/** @param {string} version */
async function failedLately(version) {
  const age = await stat(failureFile(version)).then(
    (file) => Date.now() - file.mtimeMs,
    () => Number.POSITIVE_INFINITY,
  );
  return age >= 0 && age < retryAfterMs;
}

/**
 * Without a place to write, the next start simply tries again.
 * @param {string} version
 */
async function rememberFailure(version) {
  try {
    await mkdir(dirname(failureFile(version)), { recursive: true });
    await writeFile(failureFile(version), `${new Date().toISOString()}\n`);
  } catch {
    return;
  }
}

/**
 * @param {string} output what the installer said
 * @returns {string} the one line that says why
 */
export function firstErrorLine(output) {
  const lines = output.split('\n').map((line) => line.trim());
  return (
    lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '') ?? 'no answer in time'
  );
}
