import { ensureBuild } from '../setup/build.mjs';
import { sandboxFlags } from '../setup/chromium-sandbox.mjs';
import { openDisplay } from '../setup/display.mjs';
import { ensureLibraries } from '../setup/linux-libraries.mjs';
import { ensureRuntime } from '../setup/runtime.mjs';
import { runE2eTests } from './runners.mjs';

/**
 * Gets an Electron that can start on this machine.
 * @returns {Promise<string>} its executable
 * @throws {import('../setup/say.mjs').SetupError}
 */
export async function ensureElectron() {
  const { executable } = await ensureRuntime();
  await ensureLibraries(executable);
  await sandboxFlags(executable);
  return executable;
}

/**
 * Builds what changed and runs the end-to-end tests in that Electron, on a display of
 * their own where that can be had. The tests read its path from GATEHOUSE_ELECTRON.
 * @param {string} executable
 * @param {readonly string[]} args for Playwright
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function buildAndRunE2e(executable, args) {
  await ensureBuild();
  const display = await openDisplay({ always: true });
  try {
    return await runE2eTests(args, { ...display.env, GATEHOUSE_ELECTRON: executable });
  } finally {
    await display.close();
  }
}
