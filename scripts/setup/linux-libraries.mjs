import { installDebianPackages, libraryPackages } from './debian-packages.mjs';
import { runQuietly } from './processes.mjs';
import { SetupError } from './say.mjs';

/**
 * On Linux, makes sure that every shared library that Electron links to is there.
 * @param {string} executable Electron's
 * @throws {SetupError} when some are missing and could not be installed here
 */
export async function ensureLibraries(executable) {
  if (process.platform !== 'linux') return;
  const missing = await missingLibraries(executable);
  if (missing.length === 0) return;
  await installDebianPackages(
    libraryPackages,
    `Electron lacks ${missing.length} shared libraries (${shortList(missing)}).`,
  );
  const still = await missingLibraries(executable);
  if (still.length > 0) {
    throw new SetupError(
      `Electron still lacks these shared libraries: ${still.join(', ')}.\n` +
        'Install the packages of your system that provide them and run the command again.',
    );
  }
}

/**
 * @param {string} executable
 * @returns {Promise<string[]>} the names of libraries that the dynamic linker does not find
 */
async function missingLibraries(executable) {
  return parseMissing((await runQuietly('ldd', [executable])).output);
}

/**
 * @param {string} output of ldd
 * @returns {string[]} for example ["libnss3.so"]
 */
export function parseMissing(output) {
  const names = [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/** @param {readonly string[]} names */
function shortList(names) {
  return names.length <= 3 ? names.join(', ') : `${names.slice(0, 3).join(', ')}, …`;
}
