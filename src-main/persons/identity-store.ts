import { z } from 'zod';
import { createSealedStore } from '../vault/sealed-store';
import type { StoreVault } from '../vault/vault-store';
import { type Decisions, joinAddresses, keepApart, separateAddress, UNDECIDED } from './identities';

/** Who the admin said is one person. Every call throws Failed `locked` while the vault is. */
export interface IdentityStore {
  decisions(): Decisions;
  /** @throws Failed `disk` */
  join(emails: readonly string[]): Promise<void>;
  /** @throws Failed `disk` */
  separate(email: string): Promise<void>;
  /** @throws Failed `disk` */
  keepApart(one: string, other: string): Promise<void>;
}

const contentSchema = z.object({
  joined: z.array(z.object({ emails: z.array(z.string()).min(2), at: z.iso.datetime() })).readonly(),
  apart: z.array(z.tuple([z.string(), z.string()])).readonly(),
});

/** Makes the store and registers it with the vault, before the vault starts. `now` is epoch ms. */
export function createIdentityStore(vault: StoreVault, now: () => number): IdentityStore {
  const store = createSealedStore<Decisions>({
    vault,
    name: 'persons',
    place: { purpose: 'persons', workspace: null, id: 'all' },
    format: 1,
    schema: contentSchema,
    empty: UNDECIDED,
    whenDamaged:
      'Which accounts you joined into one person is damaged and was set aside. Join them again on the People screen.',
  });
  vault.register({
    load: async () => {
      await store.load();
    },
    writeAll: async () => {
      if (store.get() !== UNDECIDED) await store.writeAll();
    },
    settled: store.settled,
    forget: store.forget,
  });
  return {
    decisions: () => store.get(),
    join: (emails) => store.change((before) => joinAddresses(before, emails, new Date(now()).toISOString())),
    separate: (email) => store.change((before) => separateAddress(before, email)),
    keepApart: (one, other) => store.change((before) => keepApart(before, one, other)),
  };
}
