import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './places.mjs';

/**
 * Finds the JavaScript file behind an installed command, so that Node runs it
 * directly: no shell, no .cmd files, the same on every system.
 * @param {string} packageName
 * @param {string} command one of its "bin" names
 * @returns {string} absolute path
 */
export function toolScript(packageName, command) {
  const folder = join(root, 'node_modules', packageName);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (typeof file !== 'string') throw new Error(`${packageName} has no command ${command}`);
  return join(folder, file);
}
