import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { runQuietly } from './processes.mjs';
import { SetupError } from './say.mjs';

/**
 * The command-line flags about Chromium's own sandbox: none, but for root on Linux,
 * where Chromium refuses to start with it.
 * @param {string} executable Electron's
 * @returns {Promise<string[]>}
 * @throws {SetupError} when the sandbox cannot work on this system; running without it
 *   is never chosen silently
 */
export async function sandboxFlags(executable) {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  if ((await hasSetuidHelper(executable)) || (await userNamespacesWork())) return [];
  const helper = join(dirname(executable), 'chrome-sandbox');
  throw new SetupError(
    "Chromium's sandbox cannot start: this system does not let ordinary users make user namespaces.\n" +
      'Either let them (one of these, whichever the system knows):\n' +
      '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0\n' +
      '  sudo sysctl -w kernel.unprivileged_userns_clone=1\n' +
      'or give this runtime its setuid helper:\n' +
      `  sudo chown root:root ${helper} && sudo chmod 4755 ${helper}`,
  );
}

/** @param {string} executable */
async function hasSetuidHelper(executable) {
  const helper = await stat(join(dirname(executable), 'chrome-sandbox')).catch(() => undefined);
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4001) === 0o4001;
}

/** Tries it with `unshare`; without that program the answer is left to Chromium. */
async function userNamespacesWork() {
  const { status } = await runQuietly('unshare', ['--user', '--map-root-user', 'true']);
  return status === 0 || status === 127;
}
