/**
 * `npm test`: everything that must hold, from a fresh clone. A failing stage does not
 * hide the next ones. The last line of stdout is "N passed, N failed"; the exit status
 * is 0 only when tests ran and nothing failed.
 */
import { ensureDependencies } from './setup/dependencies.mjs';
import { messageOf, runMain, say } from './setup/say.mjs';
import { oneCheck, stageFailed, sum, summaryLine } from './testing/counts.mjs';
import { buildAndRunE2e, ensureElectron } from './testing/e2e-setup.mjs';
import { runLint, runTypes, runUnitTests } from './testing/runners.mjs';
import { stage, stopAtInterrupt } from './testing/stage.mjs';

/** @returns {Promise<import('./testing/counts.mjs').Counts>} */
async function runEverything() {
  try {
    await ensureDependencies();
  } catch (error) {
    say(messageOf(error));
    return stageFailed('set-up: the dependencies could not be installed, so nothing else could run');
  }
  const electron = await ensureElectron().catch((error) => ({ error }));
  const counts = [
    await stage('Types', async () => oneCheck(await runTypes())),
    await stage('Lint and format', async () => oneCheck(await runLint())),
    await stage('Unit tests', () => runUnitTests([])),
    await stage('End-to-end tests', async () => {
      if (typeof electron !== 'string') throw electron.error;
      return buildAndRunE2e(electron, []);
    }),
  ];
  return sum(counts);
}

await runMain(async () => {
  stopAtInterrupt();
  const counts = await runEverything();
  say('');
  for (const note of counts.notes) say(note);
  process.stdout.write(`${summaryLine(counts)}\n`);
  return counts.failed === 0 ? 0 : 1;
});
