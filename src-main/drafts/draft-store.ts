import { Failed } from '../storage/failed';
import { createSealedStore, type SealedStore } from '../vault/sealed-store';
import type { StoreVault } from '../vault/vault-store';
import { REGISTRY_NAME, type WorkspaceRegistry } from '../workspaces/registry';
import { type DraftContent, draftContentSchema, LIMITS, NO_DRAFT } from './draft-content';

/**
 * The drafts on disk: one sealed file for each workspace, sealed with its data key. Every
 * call throws Failed `locked` while the vault is, and `notFound` for a workspace that is
 * not connected.
 */
export interface DraftStore {
  get(key: string): DraftContent;
  /**
   * Changes a draft. It is on disk when this resolves. `next` as in `SealedStore`.
   * @throws Failed `disk`, `badInput` for a draft that is too large, whatever `next` throws
   */
  change(key: string, next: (now: DraftContent) => DraftContent): Promise<DraftContent>;
}

const FILE = /^draft-([0-9a-f-]{36})\.sealed$/;

function withinLimits(content: DraftContent): DraftContent {
  if (content.order.length > LIMITS.items) {
    throw new Failed('badInput', `A draft holds at most ${LIMITS.items} changes. Apply some of them first.`);
  }
  // The history is the first to go: a draft that fits is never refused for what can be undone.
  if (JSON.stringify(content).length <= LIMITS.bytes) return content;
  if (content.undo.length + content.redo.length > 0) {
    const items = Object.fromEntries(
      Object.entries(content.items).filter(([id]) => content.order.includes(id)),
    );
    const bare = { ...content, items, undo: [], redo: [] };
    if (JSON.stringify(bare).length <= LIMITS.bytes) return bare;
  }
  throw new Failed('badInput', 'The draft has become too large. Apply some of its changes first.');
}

/** Makes the store and registers it with the vault, after `registry` and before the vault starts. */
export function createDraftStore(vault: StoreVault, registry: WorkspaceRegistry): DraftStore {
  const stores = new Map<string, SealedStore<DraftContent>>();

  const fileOf = (key: string): SealedStore<DraftContent> => {
    const known = stores.get(key);
    if (known !== undefined) return known;
    const made = createSealedStore<DraftContent>({
      vault,
      name: `draft-${key}`,
      place: { purpose: 'drafts', workspace: key, id: 'all' },
      format: 1,
      schema: draftContentSchema,
      empty: NO_DRAFT,
      whenDamaged:
        'The draft of a workspace is damaged and was set aside. Nothing at Segment has changed; draft the changes again.',
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
      for (const store of stores.values()) if (store.get() !== NO_DRAFT) await store.writeAll();
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
    change: async (key, next) => {
      const store = fileOf(registry.get(key).key);
      let changed = store.get();
      await store.change((now) => {
        const made = next(now);
        changed = made === now ? now : withinLimits(made);
        return changed;
      });
      return changed;
    },
  };
}
