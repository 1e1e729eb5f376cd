import { type Attestation, type Attested, attestationSchema } from '@contract/attestations';
import { z } from 'zod';
import { Failed } from '../storage/failed';
import { createSealedStore, type SealedStore } from '../vault/sealed-store';
import type { StoreVault } from '../vault/vault-store';
import { REGISTRY_NAME, type WorkspaceRegistry } from '../workspaces/registry';

/**
 * What admins state about their workspaces: one sealed file for each workspace,
 * sealed with its data key. Every call throws Failed `locked` while the vault
 * is, and `notFound` for a workspace that is not connected.
 */
export interface AttestationStore {
  /** The oldest statement first. */
  list(key: string): Attestation[];
  /** States something, dated now and signed with the workspace's email, in place of what was stated of it before. @throws Failed `disk` */
  set(key: string, statement: Attested): Promise<Attestation>;
  /** Takes a statement back; nothing happens when there is none. `spaceId` with `spaceLabels` only. @throws Failed `badInput`, `disk` */
  clear(key: string, subject: Attested['subject'], spaceId: string | null): Promise<void>;
}

const contentSchema = z.array(attestationSchema).readonly();
type Content = z.infer<typeof contentSchema>;

const FILE = /^attestations-([0-9a-f-]{36})\.sealed$/;

const spaceOf = (statement: Attested) => (statement.subject === 'spaceLabels' ? statement.spaceId : null);

function isAbout(statement: Attested, subject: Attested['subject'], spaceId: string | null): boolean {
  return statement.subject === subject && spaceOf(statement) === spaceId;
}

/** Makes the store and registers it with the vault, after `registry` and before the vault starts. `now` is epoch ms. */
export function createAttestationStore(
  vault: StoreVault,
  registry: WorkspaceRegistry,
  now: () => number,
): AttestationStore {
  const stores = new Map<string, SealedStore<Content>>();

  const fileOf = (key: string): SealedStore<Content> => {
    const known = stores.get(key);
    if (known !== undefined) return known;
    const made = createSealedStore<Content>({
      vault,
      name: `attestations-${key}`,
      place: { purpose: 'attestations', workspace: key, id: 'all' },
      format: 1,
      schema: contentSchema,
      empty: [],
      whenDamaged:
        'What you stated about a workspace (plan, HIPAA eligibility, tokens, labels of spaces) is damaged and was set aside. State it again.',
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
      for (const store of stores.values()) if (store.get().length > 0) await store.writeAll();
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
    list: (key) => [...fileOf(registry.get(key).key).get()],
    set: async (key, statement) => {
      const by = registry.get(key).email;
      const made: Attestation = { key, statement, by, at: new Date(now()).toISOString() };
      await fileOf(key).change((all) => [
        ...all.filter((one) => !isAbout(one.statement, statement.subject, spaceOf(statement))),
        made,
      ]);
      return made;
    },
    clear: async (key, subject, spaceId) => {
      if ((subject === 'spaceLabels') !== (spaceId !== null)) {
        throw new Failed('badInput', 'Name the space whose labels were stated, and a space only then.');
      }
      await fileOf(registry.get(key).key).change((all) => {
        const left = all.filter((one) => !isAbout(one.statement, subject, spaceId));
        return left.length === all.length ? all : left;
      });
    },
  };
}
