import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  listIfThere,
  readIfThere,
  removeIfThere,
  removeStaleTemporaries,
  writeAtomically,
} from '../../../src-main/storage/atomic-file';
import { createTroubledFiles, type TroubledFiles } from './troubled-files';

let dir = '';
let files: TroubledFiles;
const old = Buffer.from('the old content');
const fresh = Buffer.from('the new content, which is longer');

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'atomic-file-'));
  files = createTroubledFiles();
});
afterEach(() => rm(dir, { recursive: true }));

describe('writeAtomically', () => {
  it('makes the folder and the file, for nobody else to read', async () => {
    const path = join(dir, 'new', 'folder', 'file');
    await writeAtomically(path, fresh);
    expect(await readFile(path)).toEqual(fresh);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'new', 'folder'))).mode & 0o777).toBe(0o700);
    expect((await stat(join(dir, 'new'))).mode & 0o777).toBe(0o700);
  });

  it('syncs the file before it renames, and the folder after', async () => {
    await writeAtomically(join(dir, 'file'), fresh, files);
    const steps = files.done.map(({ step }) => step);
    expect(steps).toEqual(['makeFolder', 'create', 'write', 'sync', 'rename', 'openFolder', 'sync']);
  });

  it('writes pieces as they come, and replaces nothing when they fail to come', async () => {
    const path = join(dir, 'file');
    await writeFile(path, old);
    await writeAtomically(
      path,
      (async function* () {
        for (const byte of fresh) yield Buffer.from([byte]);
      })(),
    );
    expect(await readFile(path)).toEqual(fresh);
    const broken = (async function* () {
      yield old;
      throw new RangeError('no more');
    })();
    // The disk is not blamed.
    await expect(writeAtomically(path, broken)).rejects.toThrow(RangeError);
    expect(await readFile(path)).toEqual(fresh);
    expect(await readdir(dir)).toEqual(['file']);
  });

  it('leaves the old or the new content, whenever the process dies', async () => {
    const seen = new Set<string>();
    for (let changes = 0; changes <= 4; changes += 1) {
      const path = join(dir, 'file');
      await writeFile(path, old);
      files.heal();
      files.dieAfter(changes);
      await writeAtomically(path, fresh, files).catch(() => undefined);
      const left = (await readFile(path)).toString();
      expect([old.toString(), fresh.toString()]).toContain(left);
      seen.add(left);
    }
    expect(seen.size).toBe(2);
  });

  it.each([
    ['ENOSPC', 'write', /disk is full.*Free some space/],
    ['EDQUOT', 'write', /disk is full/],
    ['ENOSPC', 'sync', /disk is full/],
    ['EROFS', 'create', /read-only.*Make it writable/],
    ['EACCES', 'create', /Give your user read and write permission/],
    ['EACCES', 'makeFolder', /permission/],
    ['EIO', 'rename', /\(EIO\).*Check the disk/],
    ['EIO', 'sync', /\(EIO\)/],
  ])(
    'says what to do on %s in %s, keeps the old content, leaves no temporary file',
    async (code, step, says) => {
      const path = join(dir, 'file');
      await writeFile(path, old);
      files.failWith(code, (done) => done.step === step);
      await expect(writeAtomically(path, fresh, files)).rejects.toMatchObject({
        failure: { code: 'disk', message: expect.stringMatching(says) },
      });
      expect(await readFile(path)).toEqual(old);
      expect(await readdir(dir)).toEqual(['file']);
    },
  );

  it('does without syncing the folder where the system cannot', async () => {
    files.failWith('EPERM', ({ step }) => step === 'openFolder');
    await writeAtomically(join(dir, 'file'), fresh, files);
    expect(await readFile(join(dir, 'file'))).toEqual(fresh);
  });

  it('says so when the folder cannot be synced for a worse reason', async () => {
    files.failWith('EIO', ({ step }) => step === 'openFolder');
    await expect(writeAtomically(join(dir, 'file'), fresh, files)).rejects.toMatchObject({
      failure: { code: 'disk' },
    });
  });
});

describe('the other steps', () => {
  it('read and list answer nothing for what is not there', async () => {
    expect(await readIfThere(join(dir, 'file'))).toBeNull();
    expect(await listIfThere(join(dir, 'folder'))).toEqual([]);
    await removeIfThere(join(dir, 'file'));
    await writeFile(join(dir, 'file'), old);
    expect(await readIfThere(join(dir, 'file'))).toEqual(old);
    await removeIfThere(join(dir, 'file'));
    expect(await readdir(dir)).toEqual([]);
  });

  it('say that the disk refused', async () => {
    await mkdir(join(dir, 'folder'));
    await expect(readIfThere(join(dir, 'folder'))).rejects.toMatchObject({ failure: { code: 'disk' } });
    files.failWith('EACCES', () => true);
    await expect(removeIfThere(join(dir, 'folder'), files)).rejects.toMatchObject({
      failure: { code: 'disk' },
    });
    await expect(listIfThere(dir, files)).rejects.toMatchObject({ failure: { code: 'disk' } });
  });

  it('remove the temporary files of earlier runs, and nothing else', async () => {
    const stale = '.vault.json.0badc0de-0123456789abcdef.tmp';
    const others = ['.vault.json.tmp', 'file.tmp', 'vault.json', '.x.0badc0de-0123.tmp'];
    for (const name of [stale, ...others]) await writeFile(join(dir, name), 'x');
    await removeStaleTemporaries(dir);
    expect((await readdir(dir)).sort()).toEqual([...others].sort());
  });

  it('leave the temporary file of a write that is under way alone', async () => {
    let during: string[] = [];
    await writeAtomically(join(dir, 'file'), fresh, {
      ...files,
      rename: async (from, to) => {
        await removeStaleTemporaries(dir);
        during = await readdir(dir);
        await files.rename(from, to);
      },
    });
    expect(during).toEqual([expect.stringMatching(/^\.file\.[0-9a-f]{8}-[0-9a-f]{16}\.tmp$/)]);
    expect(await readdir(dir)).toEqual(['file']);
  });
});
