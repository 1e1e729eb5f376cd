import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskFailure, isMissing, systemCode } from './disk-failure';
import { type FileSystem, realFileSystem } from './file-system';

/** Marks the temporary files of this run, so that cleaning never takes one that is being written. */
const RUN = randomBytes(4).toString('hex');
const TEMPORARY = /^\..+\.([0-9a-f]{8})-[0-9a-f]{16}\.tmp$/;

/** What a folder answers where the system cannot sync folders (Windows, some network disks). */
const CANNOT_SYNC_FOLDERS = new Set(['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'ENOTSUP', 'ENOSYS', 'EBADF']);

/** A virus scanner may hold a file for a moment on Windows. */
const HELD_FOR_A_MOMENT = new Set(['EPERM', 'EACCES', 'EBUSY']);
const RENAME_PAUSES_MS = process.platform === 'win32' ? [10, 40, 100, 250, 500] : [];

async function syncFolder(path: string, files: FileSystem): Promise<void> {
  try {
    const folder = await files.openFolder(path);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch (error) {
    if (!CANNOT_SYNC_FOLDERS.has(systemCode(error) ?? '')) throw error;
  }
}

async function renamePatiently(from: string, to: string, files: FileSystem): Promise<void> {
  for (const wait of RENAME_PAUSES_MS) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!HELD_FOR_A_MOMENT.has(systemCode(error) ?? '')) throw error;
      await pause(wait);
    }
  }
  return files.rename(from, to);
}

async function removeQuietly(path: string, files: FileSystem): Promise<void> {
  try {
    await files.remove(path);
  } catch {
    // The write has failed already and is reported; a leftover goes at the next start.
  }
}

/** The pieces of a content, telling of an error of their own before it is thrown. */
async function* piecesOf(
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  onBroken: () => void,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (bytes instanceof Uint8Array) {
    yield bytes;
    return;
  }
  const pieces = bytes[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await pieces.next();
    } catch (error) {
      onBroken();
      throw error;
    }
    if (next.done === true) return;
    yield next.value;
  }
}

/**
 * Replaces a file as a whole: after a crash at any moment there is either the
 * old content or the new one. The folder is made when it is missing. When this
 * resolves, the bytes are on the disk. Bytes that come piece by piece are written
 * as they come, and when they fail to come nothing is replaced. Two writes of one file at the same time
 * are the caller's to order.
 *
 * @throws Failed `disk`, with what to do; the old content is then still there
 *   (unless only the last step failed, the sync of the folder).
 * @throws what the pieces throw, as it is
 */
export async function writeAtomically(
  path: string,
  bytes: Uint8Array | AsyncIterable<Uint8Array>,
  files: FileSystem = realFileSystem,
): Promise<void> {
  let broken = false;
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${RUN}-${randomBytes(8).toString('hex')}.tmp`);
  try {
    await files.makeFolder(folder);
    try {
      const file = await files.create(temporary);
      try {
        const pieces = piecesOf(bytes, () => {
          broken = true;
        });
        for await (const piece of pieces) await file.write(piece);
        await file.sync();
      } finally {
        await file.close();
      }
      await renamePatiently(temporary, path, files);
    } catch (error) {
      await removeQuietly(temporary, files);
      throw error;
    }
    await syncFolder(folder, files);
  } catch (error) {
    // What fails to come is not the fault of the disk.
    if (broken) throw error;
    throw diskFailure(error, `could not save ${basename(path)}`, folder);
  }
}

/** The content of a file, or `null` when there is none. @throws Failed `disk` when it cannot be read. */
export async function readIfThere(path: string, files: FileSystem = realFileSystem): Promise<Buffer | null> {
  try {
    return await files.read(path);
  } catch (error) {
    if (isMissing(error)) return null;
    throw diskFailure(error, `could not read ${basename(path)}`, dirname(path));
  }
}

/** Removes a file for good (the folder is synced); nothing happens when it is not there. @throws Failed `disk` */
export async function removeIfThere(path: string, files: FileSystem = realFileSystem): Promise<void> {
  try {
    await files.remove(path);
    await syncFolder(dirname(path), files);
  } catch (error) {
    if (!isMissing(error)) throw diskFailure(error, `could not remove ${basename(path)}`, dirname(path));
  }
}

/** The names in a folder; none when the folder is not there. @throws Failed `disk` */
export async function listIfThere(folder: string, files: FileSystem = realFileSystem): Promise<string[]> {
  try {
    return await files.list(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw diskFailure(error, `could not read ${basename(folder)}`, folder);
  }
}

/**
 * Moves a file that cannot be understood out of the way, to `asidePath`,
 * so that nothing overwrites it. @throws Failed `disk`
 */
export async function setAside(
  path: string,
  asidePath: string,
  files: FileSystem = realFileSystem,
): Promise<void> {
  try {
    await renamePatiently(path, asidePath, files);
    await syncFolder(dirname(path), files);
  } catch (error) {
    throw diskFailure(error, `could not set ${basename(path)} aside`, dirname(path));
  }
}

/** Removes what crashed writes of earlier runs have left in a folder. @throws Failed `disk` */
export async function removeStaleTemporaries(
  folder: string,
  files: FileSystem = realFileSystem,
): Promise<void> {
  for (const name of await listIfThere(folder, files)) {
    const run = TEMPORARY.exec(name)?.[1];
    if (run !== undefined && run !== RUN) await removeIfThere(join(folder, name), files);
  }
}
