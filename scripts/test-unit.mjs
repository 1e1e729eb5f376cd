/**
 * `npm run test:unit`: the unit tests alone; they need no Electron. Further arguments go
 * to Vitest, for example a file name.
 */
import { ensureDependencies } from './setup/dependencies.mjs';
import { runMain, say } from './setup/say.mjs';
import { summaryLine } from './testing/counts.mjs';
import { runUnitTests } from './testing/runners.mjs';

await runMain(async () => {
  await ensureDependencies();
  const counts = await runUnitTests(process.argv.slice(2));
  for (const note of counts.notes) say(note);
  process.stdout.write(`${summaryLine(counts)}\n`);
  return counts.failed === 0 ? 0 : 1;
});
