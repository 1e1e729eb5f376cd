/**
 * `npm run dev`: the app with hot reload. Changes of the screens show at once, changes
 * of main and preload restart the app. Further arguments go to the app.
 */
import { forgetBuild } from './setup/build.mjs';
import { sandboxFlags } from './setup/chromium-sandbox.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { openDisplay, sayVirtualDisplay } from './setup/display.mjs';
import { ensureLibraries } from './setup/linux-libraries.mjs';
import { runFiltered } from './setup/run-filtered.mjs';
import { ensureRuntime } from './setup/runtime.mjs';
import { runMain } from './setup/say.mjs';
import { toolScript } from './setup/tools.mjs';

await runMain(async () => {
  await ensureDependencies();
  const { executable } = await ensureRuntime();
  await ensureLibraries(executable);
  const flags = await sandboxFlags(executable);
  await forgetBuild();
  const display = await openDisplay();
  try {
    if (display.virtual) sayVirtualDisplay();
    const args = ['dev', '--watch', '--', ...flags, ...process.argv.slice(2)];
    return await runFiltered(process.execPath, [toolScript('electron-vite', 'electron-vite'), ...args], {
      ...display.env,
      ELECTRON_EXEC_PATH: executable,
    });
  } finally {
    await display.close();
  }
});
