import { randomBytes } from 'node:crypto';
import { type VaultChoice, type VaultState, vaultChoiceSchema } from '@contract/vault';
import { Failed } from '../storage/failed';
import { type FileSystem, realFileSystem } from '../storage/file-system';
import { createOneAtATime } from '../storage/one-at-a-time';
import { keyringFacts, type SafeStorageLike } from './keyring';
import type { OpenKeys } from './open-keys';
import { DEFAULT_SCRYPT_COST, type ScryptCost } from './passphrase';
import { type Wrapping, wrapMaster } from './protection';
import type { RandomSource } from './seal';
import { createVaultCore } from './vault-core';
import { openVaultFolder } from './vault-folder';
import { createVaultOpening } from './vault-opening';
import type { StoreVault, VaultListener } from './vault-store';
import { createTryKeeper } from './wrong-tries';

/** What a vault is made of. */
export interface VaultOptions {
  /** The folder for `vault.json` and all sealed files (`*.sealed`); made when something is first kept. */
  readonly dir: string;
  readonly safeStorage: SafeStorageLike;
  readonly platform: NodeJS.Platform;
  /** Wall clock, epoch ms. */
  readonly now: () => number;
  /** A clock that nobody can set, ms. */
  readonly monotonicNow?: () => number;
  readonly random?: RandomSource;
  readonly files?: FileSystem;
  readonly scryptCost?: ScryptCost;
  /** Takes what the admin should hear although no call asked for it. */
  readonly tell?: (message: string) => void;
}

/** The keeper of the keys. */
export interface Vault extends StoreVault {
  state(): VaultState;
  /**
   * Reads what is on disk, and opens when the keyring holds the key. Call it
   * once, when all stores are registered and the system can tell about its
   * keyring. What is wrong is in the state.
   */
  start(): Promise<VaultState>;
  /**
   * The first choice, or a later change while open. Between keyring and
   * passphrase only the key is wrapped anew; to `memory` destroys the key on
   * disk and removes all sealed files; from `memory` writes what is in memory.
   * When it throws, all is as before.
   *
   * @throws Failed `locked`, `badInput`, `unsupported` (no real keyring), `disk`
   */
  choose(choice: VaultChoice): Promise<VaultState>;
  /**
   * Opens with the passphrase, or asks the keyring once more (the passphrase is
   * then not looked at).
   *
   * @throws Failed `wrongPassphrase`, `locked` (too early, or no way to open; the
   *   state has the reason), `disk`, `cancelled` (locked meanwhile)
   */
  unlock(passphrase: string): Promise<VaultState>;
  /**
   * Overwrites all keys and makes the stores forget. Where nothing is kept on
   * disk there is nothing to come back to: then everything is gone for good.
   */
  lock(): void;
  /** Destroys the key, removes all sealed files, and starts over as on a first run. @throws Failed `disk` */
  reset(): Promise<VaultState>;
  onChange(listener: VaultListener): () => void;
}

/** Makes a vault; it is locked until `start`. */
export function createVault(options: VaultOptions): Vault {
  const wrapping: Wrapping = {
    safeStorage: options.safeStorage,
    platform: options.platform,
    random: options.random ?? randomBytes,
    scryptCost: options.scryptCost ?? DEFAULT_SCRYPT_COST,
  };
  const tell = options.tell ?? (() => undefined);
  const folder = openVaultFolder(options.dir, options.files ?? realFileSystem);
  const tries = createTryKeeper(options.now, options.monotonicNow ?? (() => performance.now()));
  const facts = () => keyringFacts(options.safeStorage, options.platform);
  const core = createVaultCore(facts, tries.left, wrapping.random);
  const opening = createVaultOpening(core, folder, tries, wrapping, tell);
  const queue = createOneAtATime();

  const toMemory = (keys: OpenKeys): Promise<VaultState> =>
    core.whileMoving(async () => {
      if (core.situation().kind !== 'disk') return core.become({ kind: 'memory', keys });
      await folder.destroyKey();
      core.set({ kind: 'memory', keys });
      await core.settled();
      await opening.removeUnreadable();
      return core.announce();
    });

  /** Removes what a failed move to the disk has written already. */
  const takeBack = async () => {
    try {
      await folder.removeAll();
    } catch {
      tell(
        'What had been written already could not be removed again; it is sealed. The next start finds it.',
      );
    }
  };

  const toDisk = async (
    choice: Exclude<VaultChoice, { protection: 'memory' }>,
    keys: OpenKeys,
  ): Promise<VaultState> => {
    const protection = await wrapMaster(choice, keys, wrapping);
    return core.whileMoving(async () => {
      if (keys.destroyed) throw new Failed('locked', 'Gatehouse was locked meanwhile.');
      const before = core.situation();
      // The key comes first: sealed files without a key would look like a lost one after a crash.
      await folder.writeVault({ protection, wrongTries: { count: 0, lastAt: 0 } });
      core.set({ kind: 'disk', protection: choice.protection, keys });
      if (before.kind === 'disk') return core.announce();
      try {
        for (const store of core.stores) await store.writeAll();
      } catch (error) {
        core.set(before);
        await core.settled();
        await takeBack();
        throw error;
      }
      return core.announce();
    });
  };

  return {
    folder,
    state: core.state,
    onChange: core.onChange,
    start: () => {
      const locks = core.locks();
      return queue.run(() => opening.start(locks));
    },
    unlock: (passphrase) => {
      const locks = core.locks();
      return queue.run(() => opening.unlock(passphrase, locks));
    },
    choose: (choice) =>
      queue.run(async () => {
        const keys = core.keys();
        const parsed = vaultChoiceSchema.safeParse(choice);
        if (!parsed.success) {
          throw new Failed('badInput', 'A passphrase needs between 8 and 1024 characters.');
        }
        return parsed.data.protection === 'memory' ? toMemory(keys) : toDisk(parsed.data, keys);
      }),
    lock: core.lock,
    reset: () =>
      queue.run(() =>
        core.whileMoving(async () => {
          const before = core.situation().kind;
          if (before !== 'undecided' && before !== 'memory') await folder.destroyKey();
          core.forgetAll();
          core.set({ kind: 'undecided', keys: core.freshKeys() });
          tries.clear();
          await core.settled();
          await opening.removeUnreadable();
          return core.announce();
        }),
      ),
    seal: (place, bytes) => core.keys().seal(place, bytes),
    open: (place, sealed) => core.keys().open(place, sealed),
    assertUsable: () => {
      if (core.situation().kind === 'opening') throw new Failed('locked', 'Gatehouse is still opening.');
      core.keys();
    },
    keepsOnDisk: () => core.situation().kind === 'disk',
    register: (store) => {
      core.stores.push(store);
    },
    createDataKey: (workspace) => core.keys().createDataKey(workspace),
    adoptDataKey: (workspace, wrapped) => core.keys().adoptDataKey(workspace, wrapped),
    forgetDataKey: (workspace) => {
      if (core.situation().kind !== 'locked') core.keys().forgetDataKey(workspace);
    },
    tell,
  };
}
