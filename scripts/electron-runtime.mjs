/**
 * Makes sure that an Electron runtime is there and can run, and prints its executable's
 * path, alone, on stdout, for tools that want to be pointed at it. `--retry` tries the
 * official download again, even when it failed less than a day ago.
 */
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureLibraries } from './setup/linux-libraries.mjs';
import { ensureRuntime } from './setup/runtime.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  await ensureDependencies();
  const { executable } = await ensureRuntime({ retryOfficial: process.argv.includes('--retry') });
  await ensureLibraries(executable);
  process.stdout.write(`${executable}\n`);
});
