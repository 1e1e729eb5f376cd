import { Failed } from '../storage/failed';
import { createSealedStore, type SealedStore } from '../vault/sealed-store';
import type { StoreVault } from '../vault/vault-store';
import { REGISTRY_NAME, type WorkspaceRegistry } from '../workspaces/registry';
import { type ApplyRecord, applyRecordSchema } from './record';

/**
 * What applying has done: one sealed file for each workspace, written and synced
 * to the disk before and after each write. Every call throws Failed `locked`
 * while the vault is, and `notFound` for a workspace that is not connected.
 */
export interface ApplyJournal {
  get(key: string): ApplyRecord | null;
  /** Resolves when it is on disk. @throws Failed `disk` */
  save(key: string, record: ApplyRecord | null): Promise<void>;
  /** The workspaces that have a record. */
  keys(): string[];
}

const FILE = /^journal-([0-9a-f-]{36})\.sealed$/;

/** Makes the journal and registers it with the vault, after `registry` and before the vault starts. */
export function createApplyJournal(vault: StoreVault, registry: WorkspaceRegistry): ApplyJournal {
  const stores = new Map<string, SealedStore<ApplyRecord | null>>();

  const fileOf = (key: string): SealedStore<ApplyRecord | null> => {
    const known = stores.get(key);
    if (known !== undefined) return known;
    const made = createSealedStore<ApplyRecord | null>({
      vault,
      name: `journal-${key}`,
      place: { purpose: 'journal', workspace: key, id: 'latest' },
      format: 1,
      schema: applyRecordSchema.nullable(),
      empty: null,
      whenDamaged:
        'The record of what was last applied to a workspace is damaged and was set aside. Sync it, and look at what was changed.',
    });
    stores.set(key, made);
    return made;
  };

  vault.register({
    load: async () => {
      const names = await vault.folder.sealedNames();
      // Without an intact registry nobody can tell a removed workspace from a lost one: then nothing is deleted.
      const registryIntact =
        names.includes(`${REGISTRY_NAME}.sealed`) &&
        !names.some((name) => name.startsWith(`${REGISTRY_NAME}.sealed.damaged-`));
      for (const name of names) {
        const key = FILE.exec(name)?.[1];
        if (key === undefined) continue;
        try {
          await fileOf(key).load();
        } catch (error) {
          if (!(error instanceof Failed) || error.failure.code !== 'notFound') throw error;
          if (registryIntact) await fileOf(key).remove();
          stores.delete(key);
        }
      }
    },
    writeAll: async () => {
      for (const store of stores.values()) if (store.get() !== null) await store.writeAll();
    },
    settled: async () => {
      for (const store of stores.values()) await store.settled();
    },
    forget: () => {
      for (const store of stores.values()) store.forget();
    },
  });

  registry.whenRemoved(async (key) => {
    const store = fileOf(key);
    stores.delete(key);
    await store.remove();
  });

  return {
    get: (key) => fileOf(registry.get(key).key).get(),
    save: (key, record) => fileOf(registry.get(key).key).change(() => record),
    keys: () => [...stores].flatMap(([key, store]) => (store.get() === null ? [] : [key])),
  };
}
