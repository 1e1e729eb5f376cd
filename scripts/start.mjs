/**
 * `npm start`: from a fresh clone to the open window. Further arguments go to the app;
 * `--screenshot FILE` is taken relative to the folder in which the person typed it.
 */
import { appArguments } from './setup/app-arguments.mjs';
import { ensureBuild } from './setup/build.mjs';
import { sandboxFlags } from './setup/chromium-sandbox.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { openDisplay, sayVirtualDisplay } from './setup/display.mjs';
import { ensureLibraries } from './setup/linux-libraries.mjs';
import { root } from './setup/places.mjs';
import { runFiltered } from './setup/run-filtered.mjs';
import { ensureRuntime } from './setup/runtime.mjs';
import { runMain } from './setup/say.mjs';

await runMain(async () => {
  const args = appArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  await ensureDependencies();
  const { executable } = await ensureRuntime();
  await ensureLibraries(executable);
  const flags = await sandboxFlags(executable);
  await ensureBuild();
  const display = await openDisplay();
  try {
    if (display.virtual) sayVirtualDisplay();
    return await runFiltered(executable, [root, ...flags, ...args], display.env);
  } finally {
    await display.close();
  }
});
