import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { root } from './places.mjs';
import { runQuietly } from './processes.mjs';
import { SetupError, say } from './say.mjs';
import { toolScript } from './tools.mjs';

/** What the build reads: folders whole, files alone. */
const sources = [
  'src-main',
  'src-preload',
  'src-renderer',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];

/** What a whole build leaves: when one of these is missing, the stamp means nothing. */
const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/**
 * Builds the app into out/ for production, when its sources have changed since the last build.
 * @param {string} [folder] the project
 * @throws {SetupError} with the builder's output when the build fails
 */
export async function ensureBuild(folder = root) {
  const fingerprint = await sourceFingerprint(folder);
  if (await buildIsCurrent(folder, fingerprint)) return;
  say('Building…');
  await forgetBuild(folder);
  const result = await runQuietly(process.execPath, [toolScript('electron-vite', 'electron-vite'), 'build'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' },
  });
  if (result.status !== 0)
    throw new SetupError(`${result.output.trim()}\n\nThe build failed (above is why).`);
  await recordBuild(folder, fingerprint);
}

/**
 * Makes the next start build afresh; also for whoever writes something else into out/.
 * @param {string} [folder]
 */
export async function forgetBuild(folder = root) {
  await rm(stampFile(folder), { force: true });
}

/**
 * Records what out/ was built from.
 * @param {string} folder
 * @param {string} fingerprint
 */
export async function recordBuild(folder, fingerprint) {
  await mkdir(join(folder, 'out'), { recursive: true });
  await writeFile(stampFile(folder), `${fingerprint}\n`);
}

/**
 * @param {string} folder
 * @param {string} fingerprint of the sources now
 * @returns {Promise<boolean>} whether out/ was built from them
 */
export async function buildIsCurrent(folder, fingerprint) {
  if (results.some((file) => !existsSync(join(folder, file)))) return false;
  const stamp = await readFile(stampFile(folder), 'utf8').catch(() => '');
  return stamp.trim() === fingerprint;
}

/**
 * @param {string} folder
 * @returns {Promise<string>} changes exactly when a source file's path or content does
 */
export async function sourceFingerprint(folder) {
  const hash = createHash('sha256');
  for (const file of await sourceFiles(folder)) {
    const content = await readFile(join(folder, file));
    hash.update(`${file.length}:${file}:${content.length}:`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} relative paths with forward slashes, sorted
 */
async function sourceFiles(folder) {
  const files = [];
  for (const source of sources) {
    const path = join(folder, source);
    if (!existsSync(path)) continue;
    if (source.includes('.')) {
      files.push(source);
      continue;
    }
    for (const entry of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (entry.isFile())
        files.push(relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
    }
  }
  return files.sort();
}

/** @param {string} folder */
function stampFile(folder) {
  return join(folder, 'out', '.build-stamp');
}
