import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * @typedef {object} Finished
 * @property {number} status exit status; 128 + the signal's number when a signal ended it, 127 when it could not start
 * @property {string} output stdout and stderr together, in the order in which they came
 * @property {string} stdout stdout alone
 */

/**
 * Runs a program quietly and keeps what it says, for the case that it fails.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeoutMs?: number, shell?: boolean }} [options]
 *   after timeoutMs the program is killed and its status is not 0
 * @returns {Promise<Finished>} never rejects
 */
export function runQuietly(program, args, options = {}) {
  const { timeoutMs, ...spawnOptions } = options;
  return new Promise((done) => {
    let output = '';
    let stdout = '';
    const child = spawn(program, [...args], {
      ...spawnOptions,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.on('error', (error) => done({ status: 127, output: `${output}${error.message}`, stdout }));
    child.on('close', (code, signal) => done({ status: exitStatus(code, signal), output, stdout }));
  });
}

/**
 * Runs a program that talks to the person itself.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} exit status, as in Finished
 */
export function runShown(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, [...args], { ...options, stdio: 'inherit' });
    const release = stayForChild(child);
    child.on('error', (error) => {
      release();
      process.stderr.write(`${program}: ${error.message}\n`);
      done(127);
    });
    child.on('close', (code, signal) => {
      release();
      done(exitStatus(code, signal));
    });
  });
}

/** How long a program may take to end after a signal before it is killed. */
const endLimitMs = 10_000;

/**
 * Keeps this process alive while its child ends. Signals are passed on, but for the
 * Ctrl+C of a terminal, which reaches the child by itself: a second one would make
 * Electron drop what it is still writing.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} call it when the child has ended
 */
export function stayForChild(child) {
  /** @type {NodeJS.Timeout | undefined} */
  let killer;
  /** @param {NodeJS.Signals} signal */
  const onSignal = (signal) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    killer ??= setTimeout(() => child.kill('SIGKILL'), endLimitMs);
  };
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    clearTimeout(killer);
    for (const signal of signals) process.off(signal, onSignal);
  };
}

/**
 * @param {number | null} code
 * @param {NodeJS.Signals | null} signal
 * @returns {number} the status that a shell would report
 */
export function exitStatus(code, signal) {
  if (code !== null) return code;
  return 128 + (signal === null ? 0 : constants.signals[signal]);
}
