import { spawn } from 'node:child_process';
import { copyWithoutNoise } from './noise.mjs';
import { root } from './places.mjs';
import { exitStatus, stayForChild } from './processes.mjs';
import { say } from './say.mjs';

/**
 * Runs the built app until it ends. Its stdout is shown as it is, its stderr without
 * Chromium's harmless lines.
 * @param {string} executable Electron's
 * @param {readonly string[]} args flags of Electron and of the app
 * @param {NodeJS.ProcessEnv} env added to this process's
 * @returns {Promise<number>} the app's exit status, 128 + signal when a signal ended it
 */
export function runApp(executable, args, env) {
  return new Promise((done) => {
    const child = spawn(executable, [root, ...args], {
      cwd: root,
      env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined },
      stdio: ['inherit', 'inherit', 'pipe'],
    });
    const release = stayForChild(child);
    copyWithoutNoise(child.stderr, process.stderr);
    child.on('error', (error) => {
      release();
      say(`Electron could not start: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => {
      release();
      done(exitStatus(code, signal));
    });
  });
}
