import { spawn } from 'node:child_process';
import { copyWithoutNoise } from './noise.mjs';
import { root } from './places.mjs';
import { exitStatus, stayForChild } from './processes.mjs';
import { say } from './say.mjs';

/**
 * Runs Electron, or a program that starts it, until it ends. Its stdout is shown as it
 * is, its stderr without Chromium's harmless lines.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env added to this process's
 * @returns {Promise<number>} its exit status, 128 + signal when a signal ended it
 */
export function runFiltered(program, args, env) {
  return new Promise((done) => {
    const child = spawn(program, [...args], {
      cwd: root,
      // With this variable Electron would be a plain Node.js.
      env: { ...process.env, ...env, ELECTRON_RUN_AS_NODE: undefined },
      stdio: ['inherit', 'inherit', 'pipe'],
    });
    const release = stayForChild(child);
    copyWithoutNoise(child.stderr, process.stderr);
    child.on('error', (error) => {
      release();
      say(`${program} could not start: ${error.message}`);
      done(127);
    });
    child.on('close', (code, signal) => {
      release();
      done(exitStatus(code, signal));
    });
  });
}
