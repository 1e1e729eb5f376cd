/**
 * `npm run test:e2e`: the end-to-end tests alone, with the set-up and the build that
 * they need. Further arguments go to Playwright, for example a file name.
 */
import { ensureDependencies } from './setup/dependencies.mjs';
import { runMain, say } from './setup/say.mjs';
import { summaryLine } from './testing/counts.mjs';
import { buildAndRunE2e, ensureElectron } from './testing/e2e-setup.mjs';

await runMain(async () => {
  await ensureDependencies();
  const counts = await buildAndRunE2e(await ensureElectron(), process.argv.slice(2));
  for (const note of counts.notes) say(note);
  process.stdout.write(`${summaryLine(counts)}\n`);
  return counts.failed === 0 ? 0 : 1;
});
