import { SetupError } from './say.mjs';

/** The oldest Node.js that builds and tests this project (package.json: engines). */
export const oldestNode = { major: 20, minor: 19 };

/**
 * @param {string} version for example "20.19.0"
 * @throws {SetupError} when it is older than oldestNode
 */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const { major: needMajor, minor: needMinor } = oldestNode;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new SetupError(
    `Gatehouse needs Node.js ${needMajor}.${needMinor} or newer; this is ${version}.\n` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
}
