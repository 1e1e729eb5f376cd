import { join } from 'node:path';
import {
  listIfThere,
  readIfThere,
  removeIfThere,
  removeStaleTemporaries,
  setAside,
  writeAtomically,
} from '../storage/atomic-file';
import type { FileSystem } from '../storage/file-system';
import { type FoundVaultFile, parseVaultFile, printVaultFile, type VaultFileContent } from './vault-file';

const VAULT_FILE = 'vault.json';
const SEALED = /\.sealed(?:\.damaged-[0-9a-f]{8})?$/;

/** The folder that holds `vault.json` and everything that main seals. Other files in it are left alone. */
export interface VaultFolder {
  findVault(): Promise<FoundVaultFile>;
  writeVault(content: VaultFileContent): Promise<void>;
  /**
   * Makes everything sealed on this disk unreadable in one step: the wrapped
   * key goes, and a mark says that the rest is to be removed. On a full disk
   * the file is removed instead. When it throws, nothing has changed.
   */
  destroyKey(): Promise<void>;
  /** Removes all sealed files, then `vault.json`; nothing else. Safe to repeat. */
  removeAll(): Promise<void>;
  /** Removes what crashed writes have left. */
  clean(): Promise<void>;
  /** The names of all sealed files, those set aside included. */
  sealedNames(): Promise<string[]>;
  read(name: string): Promise<Buffer | null>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  remove(name: string): Promise<void>;
  /** Renames a sealed file that cannot be opened, so that nothing overwrites it. */
  setAside(name: string, mark: string): Promise<void>;
}

/** The vault's folder on a file system. Every call throws Failed `disk` when the disk refuses. */
export function openVaultFolder(dir: string, files: FileSystem): VaultFolder {
  const at = (name: string) => join(dir, name);
  const write = (name: string, bytes: Uint8Array) => writeAtomically(at(name), bytes, files);
  const writeVault = (content: VaultFileContent) => write(VAULT_FILE, printVaultFile(content));
  const sealedNames = async () => (await listIfThere(dir, files)).filter((name) => SEALED.test(name));

  return {
    findVault: async () => parseVaultFile(await readIfThere(at(VAULT_FILE), files)),
    writeVault,
    destroyKey: async () => {
      try {
        await writeVault({ protection: { kind: 'removing' }, wrongTries: { count: 0, lastAt: 0 } });
      } catch {
        await removeIfThere(at(VAULT_FILE), files);
      }
    },
    removeAll: async () => {
      await removeStaleTemporaries(dir, files);
      for (const name of await sealedNames()) await removeIfThere(at(name), files);
      await removeIfThere(at(VAULT_FILE), files);
    },
    clean: () => removeStaleTemporaries(dir, files),
    sealedNames,
    read: (name) => readIfThere(at(name), files),
    write,
    remove: (name) => removeIfThere(at(name), files),
    setAside: (name, mark) => setAside(at(name), at(`${name}.damaged-${mark}`), files),
  };
}
