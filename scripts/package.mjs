/**
 * `npm run package`: an unpacked application in dist/ (or in `--output FOLDER`), with the
 * official Electron where that can be had, else plainly marked as an evaluation build.
 * The last line of stdout is the path of its executable (of the .app folder on a Mac).
 */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ensureBuild } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { evaluationNotice, packageConfig } from './setup/package-config.mjs';
import { root } from './setup/places.mjs';
import { ensureRuntime } from './setup/runtime.mjs';
import { runMain, SetupError, say } from './setup/say.mjs';

/**
 * @param {readonly string[]} args
 * @returns {string} the folder for the package
 */
function outputFolder(args) {
  if (args.length === 0) return join(root, 'dist');
  const [option, folder] = args;
  if (option !== '--output' || folder === undefined || args.length > 2) {
    throw new SetupError('Usage: npm run package [-- --output FOLDER]');
  }
  return resolve(process.env.INIT_CWD ?? process.cwd(), folder);
}

await runMain(async () => {
  const output = outputFolder(process.argv.slice(2));
  await ensureDependencies();
  // GATEHOUSE_ELECTRON is for running the app: what goes into a package is not left to it.
  const runtime = await ensureRuntime({ choice: undefined, retryOfficial: true });
  await ensureBuild();

  const { build, Platform } = await import('electron-builder');
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  say('Packaging…');
  const config = packageConfig({ runtime, output, version });
  /** @type {string[]} */
  const folders = [];
  await build({
    projectDir: root,
    targets: Platform.current().createTarget('dir'),
    config: {
      ...config,
      afterPack: async (context) => {
        if (typeof config.afterPack === 'function') await config.afterPack(context);
        folders.push(context.appOutDir);
      },
    },
  });
  const [folder = output] = folders;
  if (runtime.kind !== 'official') {
    process.stdout.write(
      `This is an evaluation build with Electron ${runtime.version}: do not hand it to users (${evaluationNotice} says why).\n`,
    );
  }
  process.stdout.write(`${join(folder, executableName(config))}\n`);
});

/** @param {import('electron-builder').Configuration} config */
function executableName(config) {
  if (process.platform === 'darwin') return `${config.productName}.app`;
  if (process.platform === 'win32') return `${config.productName}.exe`;
  return config.linux?.executableName ?? 'gatehouse';
}
