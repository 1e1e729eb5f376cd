import type { VaultState } from '@contract/vault';
import { Failed } from '../storage/failed';
import { OpenKeys } from './open-keys';
import { unwrapWithPassphrase } from './passphrase';
import { masterFromKeyring, reasonInWords, type Wrapping } from './protection';
import { inSeconds } from './retry-delay';
import { type DiskProtection, LOCKED } from './situation';
import type { VaultCore } from './vault-core';
import type { KeptProtection } from './vault-file';
import type { VaultFolder } from './vault-folder';
import type { TryKeeper } from './wrong-tries';

/**
 * How a vault gets from the disk into memory: at the start, and when it is
 * unlocked. `locksBefore` is how many locks there were when that was asked for:
 * one that comes later wins, however far the opening is.
 */
export interface VaultOpening {
  start(locksBefore: number): Promise<VaultState>;
  unlock(passphrase: string, locksBefore: number): Promise<VaultState>;
  /** Removes what a destroyed key had sealed; what cannot be removed goes at the next start. */
  removeUnreadable(): Promise<void>;
}

type Kept<Kind extends KeptProtection['kind']> = Extract<KeptProtection, { kind: Kind }>;

const lockedMeanwhile = () => new Failed('cancelled', 'Gatehouse was locked while it was opening.');

const ASK = 'Enter the passphrase to open Gatehouse.';

/** The caller runs one of these at a time. */
export function createVaultOpening(
  core: VaultCore,
  folder: VaultFolder,
  tries: TryKeeper,
  wrapping: Wrapping,
  tell: (message: string) => void,
): VaultOpening {
  const removeUnreadable = async () => {
    try {
      await folder.removeAll();
    } catch (error) {
      const why = error instanceof Failed ? ` ${error.failure.message}` : '';
      tell(`Sealed files could not be removed. Their key is destroyed: nobody can read them any more.${why}`);
    }
  };

  const stayLocked = (protection: DiskProtection, reason: string) => {
    core.become({ kind: 'locked', protection, reason });
  };

  /** Lets every store read its files. When one cannot, nothing stays open. */
  const openWithMaster = async (
    protection: DiskProtection,
    master: Buffer,
    locksBefore: number,
  ): Promise<void> => {
    if (core.locks() !== locksBefore) {
      master.fill(0);
      throw lockedMeanwhile();
    }
    const keys = new OpenKeys(master, wrapping.random);
    core.set({ kind: 'opening', protection, keys });
    try {
      for (const store of core.stores) await store.load();
    } catch (error) {
      if (!keys.destroyed) {
        core.forgetAll();
        stayLocked(
          protection,
          error instanceof Failed ? error.failure.message : 'What is kept could not be read.',
        );
        throw error;
      }
    }
    if (keys.destroyed) throw lockedMeanwhile();
    core.become({ kind: 'disk', protection, keys });
  };

  /** What is on disk and wants a key; `null` where there is nothing to open, which the state then shows. */
  const findKept = async (): Promise<Kept<'keyring' | 'passphrase'> | null> => {
    const found = await folder.findVault();
    switch (found.kind) {
      case 'none':
        // A key that went missing must never be replaced by a new one in silence.
        if ((await folder.sealedNames()).length > 0) stayLocked('keyring', reasonInWords('keyMissing'));
        else core.become({ kind: 'undecided', keys: core.freshKeys() });
        return null;
      case 'damaged':
      case 'newer':
        stayLocked('keyring', reasonInWords(found.kind));
        return null;
      case 'good': {
        const { protection, wrongTries } = found.content;
        if (protection.kind === 'removing') {
          await removeUnreadable();
          core.become({ kind: 'undecided', keys: core.freshKeys() });
          return null;
        }
        if (protection.kind === 'passphrase') tries.takeOver(wrongTries);
        return protection;
      }
      default:
        return found satisfies never;
    }
  };

  const openFromKeyring = async (kept: Kept<'keyring'>, locksBefore: number): Promise<void> => {
    const master = masterFromKeyring(kept, wrapping);
    if (typeof master === 'string') {
      stayLocked('keyring', reasonInWords(master));
      throw new Failed('locked', reasonInWords(master));
    }
    await openWithMaster('keyring', master, locksBefore);
  };

  const rememberTries = async (kept: Kept<'passphrase'>, wrongTries: { count: number; lastAt: number }) => {
    try {
      await folder.writeVault({ protection: kept, wrongTries });
    } catch {
      // A full disk must not keep the admin out; within this run the pause holds anyway.
    }
  };

  const openFromPassphrase = async (
    kept: Kept<'passphrase'>,
    passphrase: string,
    locksBefore: number,
  ): Promise<void> => {
    stayLocked('passphrase', ASK);
    tries.assertAllowed();
    const master = await unwrapWithPassphrase(passphrase, kept);
    if (master === null) {
      await rememberTries(kept, tries.addWrong());
      const wrong = 'That passphrase is not the right one.';
      stayLocked('passphrase', wrong);
      throw new Failed('wrongPassphrase', `${wrong} The next try is possible in ${inSeconds(tries.left())}.`);
    }
    await openWithMaster('passphrase', master, locksBefore);
    if (tries.wrong() > 0) {
      tries.clear();
      await rememberTries(kept, { count: 0, lastAt: 0 });
    }
  };

  return {
    removeUnreadable,
    start: async (locksBefore) => {
      try {
        await folder.clean();
        const kept = await findKept();
        if (kept?.kind === 'keyring') await openFromKeyring(kept, locksBefore);
        if (kept?.kind === 'passphrase') stayLocked('passphrase', ASK);
      } catch (error) {
        if (!(error instanceof Failed)) throw error;
        const now = core.situation();
        // Whoever stayed locked has said why already; a disk that refused has not.
        if (now.kind === 'locked' && now.reason === LOCKED && error.failure.code !== 'cancelled') {
          stayLocked(now.protection, error.failure.message);
        }
      }
      return core.state();
    },
    unlock: async (passphrase, locksBefore) => {
      if (core.situation().kind !== 'locked') return core.state();
      const kept = await findKept();
      if (kept?.kind === 'keyring') await openFromKeyring(kept, locksBefore);
      if (kept?.kind === 'passphrase') await openFromPassphrase(kept, passphrase, locksBefore);
      const now = core.situation();
      if (now.kind === 'locked') throw new Failed('locked', now.reason);
      return core.state();
    },
  };
}
