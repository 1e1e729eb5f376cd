import { type FileSystem, type OpenFile, realFileSystem } from '../../../src-main/storage/file-system';

type Step = 'makeFolder' | 'create' | 'openFolder' | 'read' | 'list' | 'rename' | 'remove' | 'write' | 'sync';

/** One thing that was done to the disk. */
export interface Done {
  readonly step: Step;
  readonly path: string;
}

/** A real folder on a disk that can be told to fail. */
export interface TroubledFiles extends FileSystem {
  /** Everything that was tried, in order. */
  readonly done: Done[];
  /** From now on the steps that `which` names fail with this code, until `heal`. */
  failWith(code: string, which: (done: Done) => boolean): void;
  /**
   * After so many more changes of the disk the process is as good as dead: the
   * next write gets half of its bytes out, and nothing else happens ever after.
   */
  dieAfter(changes: number): void;
  heal(): void;
}

const CHANGES = new Set<Step>(['create', 'rename', 'remove', 'write']);

class Trouble extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/** Works on the real file system, in a temporary folder of the test. */
export function createTroubledFiles(): TroubledFiles {
  const done: Done[] = [];
  let trouble: { code: string; which: (done: Done) => boolean } | null = null;
  let left = Number.POSITIVE_INFINITY;

  const pass = (step: Step, path: string) => {
    done.push({ step, path });
    if (left <= 0) throw new Trouble('EDEAD');
    if (trouble?.which({ step, path })) throw new Trouble(trouble.code);
    if (CHANGES.has(step)) left -= 1;
  };

  const wrap = (path: string, file: OpenFile): OpenFile => ({
    write: async (bytes) => {
      pass('write', path);
      if (left <= 0) {
        await file.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)));
        throw new Trouble('EDEAD');
      }
      await file.write(bytes);
    },
    sync: async () => {
      pass('sync', path);
      await file.sync();
    },
    close: () => file.close(),
  });

  return {
    done,
    failWith: (code, which) => {
      trouble = { code, which };
    },
    dieAfter: (changes) => {
      left = changes;
    },
    heal: () => {
      trouble = null;
      left = Number.POSITIVE_INFINITY;
    },
    makeFolder: async (path) => {
      pass('makeFolder', path);
      await realFileSystem.makeFolder(path);
    },
    create: async (path) => {
      pass('create', path);
      return wrap(path, await realFileSystem.create(path));
    },
    openFolder: async (path) => {
      pass('openFolder', path);
      return wrap(path, await realFileSystem.openFolder(path));
    },
    read: async (path) => {
      pass('read', path);
      return realFileSystem.read(path);
    },
    list: async (path) => {
      pass('list', path);
      return realFileSystem.list(path);
    },
    rename: async (from, to) => {
      pass('rename', to);
      await realFileSystem.rename(from, to);
    },
    remove: async (path) => {
      pass('remove', path);
      await realFileSystem.remove(path);
    },
  };
}
