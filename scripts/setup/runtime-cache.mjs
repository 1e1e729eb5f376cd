import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const markerName = '.gatehouse-complete.json';

/**
 * @param {string} folder
 * @param {string} contents what the folder must hold, as given to fillAtomically
 * @returns {Promise<boolean>} whether it was filled to the end with exactly that
 */
export async function isComplete(folder, contents) {
  try {
    return JSON.parse(await readFile(join(folder, markerName), 'utf8')).contents === contents;
  } catch {
    return false;
  }
}

/**
 * Fills a cache folder so that nobody ever sees it half filled: everything is
 * written beside it, marked as complete, then renamed. Two runs at the same time are
 * fine: the second one to finish keeps what the first one put there.
 * @param {string} folder
 * @param {string} contents names what is in it, with its version
 * @param {(draft: string) => Promise<void>} fill writes everything into the given empty folder
 */
export async function fillAtomically(folder, contents, fill) {
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(folder);
  const draft = `${folder}.${process.pid}.draft`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft);
  try {
    await fill(draft);
    await writeFile(join(draft, markerName), `${JSON.stringify({ contents })}\n`);
    await moveIntoPlace(draft, folder, contents);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/**
 * @param {string} draft
 * @param {string} folder
 * @param {string} contents
 */
async function moveIntoPlace(draft, folder, contents) {
  if (await isComplete(folder, contents)) return;
  const old = `${folder}.${process.pid}.old`;
  await rename(folder, old).catch(ignoreMissing);
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!(await isComplete(folder, contents))) throw error;
  } finally {
    await rm(old, { recursive: true, force: true });
  }
}

/**
 * Removes drafts of runs that were killed.
 * @param {string} folder
 */
async function removeAbandoned(folder) {
  const pattern = new RegExp(`^${basename(folder).replaceAll('.', '\\.')}\\.(\\d+)\\.(draft|old)$`);
  for (const name of await readdir(dirname(folder))) {
    const pid = Number(pattern.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/** @param {unknown} error */
function ignoreMissing(error) {
  if (!hasCode(error, 'ENOENT')) throw error;
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
