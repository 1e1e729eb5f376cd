import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** The repository's root folder. */
export const root = resolve(import.meta.dirname, '../..');

/**
 * The folder for what may be downloaded again, outside the source tree and shared
 * by every copy of it on this machine.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} an absolute path; the folder may not exist yet
 */
export function cacheFolder(platform = process.platform, env = process.env) {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'gatehouse', 'Cache');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'gatehouse');
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'gatehouse');
}
