import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';

/** An open file or folder, as far as writing safely needs it. */
export interface OpenFile {
  write(bytes: Uint8Array): Promise<void>;
  /** Waits until the system says that it is on the disk. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The few things that Gatehouse does with files. Errors are those of Node, with
 * their `code`. An interface so that a full or read-only disk can be played.
 */
export interface FileSystem {
  /** Makes the folder and those above it (mode 0700); does nothing when it is there. */
  makeFolder(path: string): Promise<void>;
  /** Makes a new file (mode 0600); refuses where one is already. */
  create(path: string): Promise<OpenFile>;
  /** Opens a folder so that it can be synced. */
  openFolder(path: string): Promise<OpenFile>;
  read(path: string): Promise<Buffer>;
  /** The names in a folder. */
  list(path: string): Promise<string[]>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

/** The real file system. */
export const realFileSystem: FileSystem = {
  makeFolder: async (path) => {
    await mkdir(path, { recursive: true, mode: 0o700 });
  },
  create: async (path) => {
    const file = await open(path, 'wx', 0o600);
    return { write: (bytes) => file.writeFile(bytes), sync: () => file.sync(), close: () => file.close() };
  },
  openFolder: async (path) => {
    const folder = await open(path, 'r');
    return {
      write: () => Promise.reject(new Error('a folder takes no bytes')),
      sync: () => folder.sync(),
      close: () => folder.close(),
    };
  },
  read: (path) => readFile(path),
  list: (path) => readdir(path),
  rename: (from, to) => rename(from, to),
  remove: (path) => rm(path),
};
