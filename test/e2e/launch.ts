import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** The project's folder: what Electron is told to run. */
export const root = resolve(import.meta.dirname, '../..');

/** A running app with its one window. */
export interface RunningApp {
  app: ElectronApplication;
  page: Page;
  profile: string;
  /** Every line that the page wrote to its console as a warning or an error. */
  complaints: string[];
  close(): Promise<void>;
  /** `kill -9`: no chance to write anything. */
  kill(): Promise<void>;
}

/** A fresh, empty profile folder. */
export function newProfile(): string {
  return mkdtempSync(join(tmpdir(), 'gatehouse-profile-'));
}

export function removeProfile(profile: string): void {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/** Chromium's sandbox refuses to run as root, as on a build machine. */
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** What Playwright needs to start the app on a profile folder. */
export function launchOptions(profile: string, more: string[] = []) {
  const executablePath = process.env.GATEHOUSE_ELECTRON;
  if (executablePath === undefined || executablePath === '') {
    throw new Error('GATEHOUSE_ELECTRON is not set: run these tests with `npm run test:e2e`');
  }
  return {
    executablePath,
    args: [...asRoot, root, `--user-data-dir=${profile}`, ...more],
    cwd: root,
  };
}

/** How long the app may take to end after it was asked to, in milliseconds. */
const LONGEST_END_MS = 30_000;

/**
 * Asks the app to quit and waits until its main process has ended; one that does not end is
 * killed and is an error. A helper of Chromium that outlives it would hold its output open.
 */
async function closeApp(app: ElectronApplication): Promise<void> {
  const child = app.process();
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<true>((done) => child.once('exit', () => done(true)));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => {
    timer = setTimeout(() => done(false), LONGEST_END_MS);
  });
  void app.close().catch(() => undefined);
  const ended = await Promise.race([gone, late]);
  clearTimeout(timer);
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nothing was left of it.
  }
  if (!ended) throw new Error(`the app did not end within ${LONGEST_END_MS / 1000} s of being closed`);
}

/** Starts the app on a profile and waits for its window to have drawn something. */
export async function launch(profile: string, more: string[] = []): Promise<RunningApp> {
  const app = await _electron.launch(launchOptions(profile, more));
  const complaints: string[] = [];
  const page = await app.firstWindow();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.waitForSelector('#root > *');
  return {
    app,
    page,
    profile,
    complaints,
    close: () => closeApp(app),
    kill: async () => {
      const child = app.process();
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** Asks main through the bridge, as the page does. */
export function call(page: Page, name: string, input?: unknown): Promise<unknown> {
  return page.evaluate(
    ([channel, value]) => {
      const bridge: unknown = Reflect.get(window, 'gatehouse');
      if (typeof bridge !== 'object' || bridge === null) throw new Error('the bridge is missing');
      const ask: unknown = Reflect.get(bridge, 'call');
      if (typeof ask !== 'function') throw new Error('the bridge cannot call');
      return ask(channel, value);
    },
    [name, input] as const,
  );
}
