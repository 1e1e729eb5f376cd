import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { runShown } from '../setup/processes.mjs';
import { toolScript } from '../setup/tools.mjs';
import { stageFailed } from './counts.mjs';
import { e2eCounts } from './e2e-report.mjs';
import { unitCounts } from './unit-report.mjs';

const unitReportFile = join(root, 'test-results', 'unit.json');
const e2eReportFile = join(root, 'test-results', 'e2e.json');

/**
 * Type-checks the app with its tests, then these scripts.
 * @returns {Promise<boolean>} whether there is nothing to say
 */
export async function runTypes() {
  const tsc = toolScript('typescript', 'tsc');
  const app = await runNode([tsc, '--noEmit']);
  const scripts = await runNode([tsc, '--noEmit', '-p', 'scripts']);
  return app === 0 && scripts === 0;
}

/**
 * Lint and format of everything.
 * @returns {Promise<boolean>} whether there is nothing to say
 */
export async function runLint() {
  return (await runNode([toolScript('@biomejs/biome', 'biome'), 'check', '--error-on-warnings', '.'])) === 0;
}

/**
 * @param {readonly string[]} args for Vitest: file names, -t, …
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runUnitTests(args) {
  await rm(unitReportFile, { force: true });
  const status = await runNode([
    toolScript('vitest', 'vitest'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReportFile}`,
    ...args,
  ]);
  const report = await readReport(unitReportFile);
  return report === undefined ? stageFailed('unit tests: no report was written') : unitCounts(report, status);
}

/**
 * @param {readonly string[]} args for Playwright: file names, --grep, …
 * @param {NodeJS.ProcessEnv} env added to this process's: the display and the Electron to drive
 * @returns {Promise<import('./counts.mjs').Counts>}
 */
export async function runE2eTests(args, env) {
  await rm(e2eReportFile, { force: true });
  const script = toolScript('@playwright/test', 'playwright');
  const status = await runNode([script, 'test', '--config', 'test/playwright.config.ts', ...args], env);
  const report = await readReport(e2eReportFile);
  return report === undefined
    ? stageFailed('end-to-end tests: no report was written')
    : e2eCounts(report, status);
}

/**
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function runNode(args, env = {}) {
  return runShown(process.execPath, args, { cwd: root, env: { ...process.env, ...env } });
}

/**
 * @param {string} file
 * @returns {Promise<any>} undefined when it is missing or cut off
 */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
