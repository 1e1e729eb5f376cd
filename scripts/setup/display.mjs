import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { displayPackages, installDebianPackages } from './debian-packages.mjs';
import { runQuietly } from './processes.mjs';
import { SetupError, say } from './say.mjs';

/** Width, height and depth of the display without a screen: room for the window and its menus. */
const virtualScreen = '1600x1000x24';

/** A loaded machine may take a while, but Xvfb is a small program. */
const startLimitMs = 30_000;

/**
 * @typedef {object} Display
 * @property {boolean} virtual whether nobody can see it
 * @property {NodeJS.ProcessEnv} env variables that a program needs to draw on it
 * @property {() => Promise<void>} close ends a virtual display; nothing for a real one
 */

/**
 * Finds a display to draw on: the person's own, or on Linux without one a virtual one
 * (Xvfb), which is installed where that is allowed.
 * @param {{ always?: boolean }} [options] always: a virtual one even beside a real one, for tests that must not
 *   take the keyboard focus from the person
 * @returns {Promise<Display>}
 * @throws {SetupError} when there is none and Xvfb cannot be had
 */
export async function openDisplay({ always = false } = {}) {
  const real = process.platform !== 'linux' || hasDisplay(process.env);
  if (real && !(always && (await hasXvfb()))) {
    return { virtual: false, env: {}, close: async () => {} };
  }
  if (!(await hasXvfb())) {
    await installDebianPackages(displayPackages, 'There is no display, and no Xvfb to stand in for one.');
  }
  return startXvfb();
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {boolean} whether a Linux session has a screen
 */
export function hasDisplay(env) {
  return Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
}

async function hasXvfb() {
  if (process.platform !== 'linux') return false;
  return (await runQuietly('sh', ['-c', 'command -v Xvfb'])).status === 0;
}

/** @returns {Promise<Display>} */
async function startXvfb() {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-display-'));
  const authority = join(folder, 'authority');
  await writeFile(authority, authorityRecord(randomBytes(16)), { mode: 0o600 });
  const child = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', virtualScreen, '-nolisten', 'tcp', '-auth', authority],
    // Of its own process group: Ctrl+C must end the app before its display.
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], detached: true },
  );
  const ended = new Promise((done) => child.once('close', done));
  const kill = () => child.kill();
  process.once('exit', kill);
  const close = async () => {
    process.off('exit', kill);
    child.kill();
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const number = await displayNumber(child);
    // Beside a Wayland session newer Electrons would choose that one.
    const notWayland = { WAYLAND_DISPLAY: undefined, XDG_SESSION_TYPE: 'x11' };
    return { virtual: true, env: { DISPLAY: `:${number}`, XAUTHORITY: authority, ...notWayland }, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Xvfb writes the number that it took to descriptor 3 when it is ready.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
function displayNumber(child) {
  return new Promise((found, fail) => {
    let said = '';
    let number = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const timer = setTimeout(
      () => fail(new SetupError(`Xvfb did not start in time.\n${said}`)),
      startLimitMs,
    );
    const pipe = child.stdio[3];
    if (pipe === null || pipe === undefined || !('setEncoding' in pipe))
      throw new Error('Xvfb has no descriptor 3');
    pipe.setEncoding('utf8').on('data', (text) => {
      number += text;
      if (!number.includes('\n')) return;
      clearTimeout(timer);
      found(number.trim());
    });
    child.once('error', (error) => fail(new SetupError(`Xvfb could not start: ${error.message}`)));
    child.once('close', () => fail(new SetupError(`Xvfb ended at once.\n${said}`)));
  });
}

/**
 * One record of an Xauthority file: only programs of this start may draw on the
 * display or read it, not other people on the same machine. Format: the Xau library.
 * @param {Buffer} cookie 16 random bytes
 * @returns {Buffer}
 */
export function authorityRecord(cookie) {
  const anyHost = Buffer.from([0xff, 0xff]);
  const fields = ['', '', 'MIT-MAGIC-COOKIE-1', cookie].map((field) => {
    const data = Buffer.from(field);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(data.length);
    return Buffer.concat([length, data]);
  });
  return Buffer.concat([anyHost, ...fields]);
}

/** Says in one line that the window opens where nobody can see it. */
export function sayVirtualDisplay() {
  say(
    'No display found: the window opens on a virtual one (Xvfb). `npm start -- --screenshot FILE` takes a picture.',
  );
}
