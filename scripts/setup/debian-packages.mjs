import { runQuietly } from './processes.mjs';
import { SetupError, say } from './say.mjs';

/** Debian packages (names of Debian 12 and Ubuntu 22.04) with the libraries that Electron links to. */
export const libraryPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxss1',
  'libxtst6',
];

/** The Debian package of the display that needs no screen. */
export const displayPackages = ['xvfb'];

/**
 * Installs Debian packages when this user may do that without a password, else says
 * which command does.
 * @param {readonly string[]} packages
 * @param {string} missing what is missing and why it is needed, one line
 * @throws {SetupError} when they could not be installed here
 */
export async function installDebianPackages(packages, missing) {
  const isRoot = process.getuid?.() === 0;
  if (!(await hasAptGet())) {
    throw new SetupError(
      `${missing}\nThis system has no apt-get. Install what your system calls these packages: ${packages.join(' ')}`,
    );
  }
  if (!isRoot) {
    const names = forThisRelease(packages, await knownPackages());
    throw new SetupError(
      `${missing}\nInstall with:\n  sudo apt-get update && sudo apt-get install -y ${names.join(' ')}\n` +
        'and run the command again.',
    );
  }
  say(`${missing} Installing: ${packages.join(' ')}…`);
  await aptGet(['update']);
  const names = forThisRelease(packages, await knownPackages());
  await aptGet(['install', '-y', '--no-install-recommends', ...names]);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed several libraries to …t64; installing by the
 * old name fails there.
 * @param {readonly string[]} packages
 * @param {ReadonlySet<string>} known all package names of this release
 * @returns {string[]}
 */
export function forThisRelease(packages, known) {
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}

/** @param {readonly string[]} args */
async function aptGet(args) {
  const result = await runQuietly('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (result.status === 0) return;
  throw new SetupError(
    `${result.output.trim()}\napt-get ${args.join(' ')} failed (above is what it says). ` +
      'Install these packages in another way and run the command again.',
  );
}

async function hasAptGet() {
  return (await runQuietly('apt-get', ['--version'])).status === 0;
}

/** @returns {Promise<Set<string>>} */
async function knownPackages() {
  return new Set((await runQuietly('apt-cache', ['pkgnames'])).stdout.split('\n'));
}
