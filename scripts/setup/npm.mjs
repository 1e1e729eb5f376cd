import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './places.mjs';
import { runQuietly } from './processes.mjs';

/**
 * Runs npm with the person's own npm configuration (registry, proxy, certificates).
 * Errors are always written, also when this script itself runs under `npm --silent`.
 * @param {readonly string[]} args
 * @returns {Promise<import('./processes.mjs').Finished>}
 */
export function runNpm(args) {
  const all = [...args, '--loglevel=error', '--no-fund', '--no-audit', '--no-update-notifier'];
  const script = npmScript();
  if (script !== undefined) return runQuietly(process.execPath, [script, ...all], { cwd: root });
  const shell = process.platform === 'win32';
  return runQuietly(shell ? 'npm.cmd' : 'npm', all, { cwd: root, shell });
}

/** @returns {string | undefined} npm's own JavaScript file: run by Node it needs no shell on any system */
function npmScript() {
  const running = process.env.npm_execpath;
  if (running !== undefined && /npm-cli\.c?js$/.test(running)) return running;
  const beside = [
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  return beside.find((file) => existsSync(file));
}
