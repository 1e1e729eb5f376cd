import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Failed } from '../storage/failed';
import { SealBroken } from '../vault/seal';
import { createSealedStore } from '../vault/sealed-store';
import type { StoreVault } from '../vault/vault-store';
import {
  type ConnectedWorkspace,
  connectedWorkspaceSchema,
  type KeptWorkspace,
  keptWorkspaceSchema,
  type NewWorkspace,
  sameIdentity,
  type WorkspaceFacts,
} from './connected-workspace';

/**
 * The connected workspaces with their tokens and data keys, in one sealed file.
 * Where the vault keeps nothing on disk (or nothing was chosen yet) they are in
 * memory only. Every call throws Failed `locked` while the vault is; a change
 * that throws has changed nothing.
 */
export interface WorkspaceRegistry {
  /** In the admin's order. */
  list(): ConnectedWorkspace[];
  /** @throws Failed `notFound` */
  get(key: string): ConnectedWorkspace;
  /** The only way to a token: for the client that talks to Segment. @throws Failed `notFound` */
  tokenOf(key: string): string;
  /**
   * Connects a workspace, as the last of the list. The same workspace under
   * another email is another identity with tokens of its own, and allowed.
   *
   * @throws Failed `conflict` when it is connected with that email already; `disk`
   */
  add(workspace: NewWorkspace): Promise<ConnectedWorkspace>;
  /** @throws Failed `notFound`, `disk` */
  replaceToken(key: string, token: string): Promise<ConnectedWorkspace>;
  /** Takes over what a sync found; writes only when something differs. @throws Failed `notFound`, `disk` */
  update(key: string, facts: WorkspaceFacts): Promise<ConnectedWorkspace>;
  /**
   * Forgets the token and the data key: whatever that key had sealed can no
   * longer be opened. Then those who asked by `whenRemoved` remove their files.
   *
   * @throws Failed `notFound`, `disk`
   */
  remove(key: string): Promise<void>;
  /** @throws Failed `badInput` unless `keys` are all keys, each once; `disk` */
  reorder(keys: readonly string[]): Promise<void>;
  /** Hears of every change made here. That the list came or went with the vault, the vault tells. */
  onChange(listener: () => void): () => void;
  /** Called after a workspace was removed, to clean up what else belongs to it. */
  whenRemoved(cleanUp: (key: string) => Promise<void>): void;
}

/** The name of the registry's sealed file, without its ending. */
export const REGISTRY_NAME = 'workspaces';

const withoutSecrets = (kept: KeptWorkspace): ConnectedWorkspace => connectedWorkspaceSchema.parse(kept);

function find(kept: readonly KeptWorkspace[], key: string): KeptWorkspace {
  const found = kept.find((workspace) => workspace.key === key);
  if (found === undefined) throw new Failed('notFound', 'This workspace is not connected any more.');
  return found;
}

/** Makes the registry and registers it with the vault; call it before the vault starts. */
export function createWorkspaceRegistry(vault: StoreVault): WorkspaceRegistry {
  const listeners = new Set<() => void>();
  const cleanUps: Array<(key: string) => Promise<void>> = [];
  const store = createSealedStore<readonly KeptWorkspace[]>({
    vault,
    name: REGISTRY_NAME,
    place: { purpose: 'workspaces', workspace: null, id: 'all' },
    format: 1,
    schema: z.array(keptWorkspaceSchema).readonly(),
    empty: [],
    whenDamaged:
      'The list of connected workspaces is damaged and was set aside. Add the workspaces again with their tokens.',
  });

  const tellListeners = () => {
    for (const listener of [...listeners]) listener();
  };

  vault.register({
    load: async () => {
      try {
        for (const { key, dataKey } of await store.load()) {
          vault.adoptDataKey(key, Buffer.from(dataKey, 'base64'));
        }
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
        throw new Failed('internal', 'The key of a connected workspace does not open.', error);
      }
    },
    writeAll: store.writeAll,
    settled: store.settled,
    forget: store.forget,
  });

  const change = async (next: (now: readonly KeptWorkspace[]) => readonly KeptWorkspace[]) => {
    const before = store.get();
    await store.change(next);
    if (store.get() !== before) tellListeners();
  };

  const changeOne = async (key: string, next: (now: KeptWorkspace) => KeptWorkspace) => {
    await change((all) => {
      const before = find(all, key);
      const after = next(before);
      return after === before ? all : all.map((workspace) => (workspace === before ? after : workspace));
    });
    return withoutSecrets(find(store.get(), key));
  };

  return {
    list: () => store.get().map(withoutSecrets),
    get: (key) => withoutSecrets(find(store.get(), key)),
    tokenOf: (key) => find(store.get(), key).token,
    add: async (workspace) => {
      const key = randomUUID();
      try {
        await change((all) => {
          if (all.some((one) => one.id === workspace.id && sameIdentity(one.email, workspace.email))) {
            throw new Failed(
              'conflict',
              'This workspace is already connected with this email. To use another token, replace the token of the connected workspace.',
            );
          }
          const dataKey = vault.createDataKey(key).toString('base64');
          return [...all, { ...workspace, key, dataKey }];
        });
      } catch (error) {
        vault.forgetDataKey(key);
        throw error;
      }
      return withoutSecrets(find(store.get(), key));
    },
    replaceToken: (key, token) => changeOne(key, (now) => (now.token === token ? now : { ...now, token })),
    update: (key, facts) =>
      changeOne(key, (now) => {
        const next = {
          ...now,
          slug: facts.slug ?? now.slug,
          name: facts.name ?? now.name,
          extensions: facts.extensions ?? now.extensions,
        };
        const same = next.slug === now.slug && next.name === now.name && next.extensions === now.extensions;
        return same ? now : next;
      }),
    remove: async (key) => {
      await change((all) => {
        const gone = find(all, key);
        return all.filter((workspace) => workspace !== gone);
      });
      vault.forgetDataKey(key);
      for (const cleanUp of cleanUps) {
        try {
          await cleanUp(key);
        } catch (error) {
          if (!(error instanceof Failed)) throw error;
          vault.tell(
            `The workspace is removed. A sealed file of it could not be deleted; nobody can read it any more, and the next start tries again. ${error.failure.message}`,
          );
        }
      }
    },
    reorder: (keys) =>
      change((all) => {
        const ordered = keys.map((key) => all.find((workspace) => workspace.key === key));
        const wanted = new Set(ordered);
        const known = ordered.filter((workspace) => workspace !== undefined);
        if (known.length !== keys.length || wanted.size !== all.length || keys.length !== all.length) {
          throw new Failed('badInput', 'The new order must name every connected workspace once.');
        }
        return known.every((workspace, place) => workspace === all[place]) ? all : known;
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    whenRemoved: (cleanUp) => {
      cleanUps.push(cleanUp);
    },
  };
}
