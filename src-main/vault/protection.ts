import type { VaultChoice } from '@contract/vault';
import { Failed } from '../storage/failed';
import { keyringFacts, type SafeStorageLike, unwrapWithKeyring, wrapWithKeyring } from './keyring';
import { OpenKeys } from './open-keys';
import { type ScryptCost, wrapWithPassphrase } from './passphrase';
import { type RandomSource, SealBroken, type SealPlace } from './seal';
import type { KeptProtection } from './vault-file';

const CHECK: SealPlace = { purpose: 'check', workspace: null, id: 'vault' };
const CHECK_TEXT = Buffer.from('gatehouse');

/** Why a vault that is on disk cannot be opened, other than for a passphrase. */
export type CannotOpen =
  | 'keyMissing'
  | 'damaged'
  | 'newer'
  | 'noKeyring'
  | 'keyringRefused'
  | 'keyringOtherKey';

const OR_RESET = 'or forget everything that is kept here and start over (nothing at Segment changes)';

/** That reason for the admin, with what to do. */
export function reasonInWords(why: CannotOpen): string {
  switch (why) {
    case 'keyMissing':
      return `The file with the key (vault.json) is missing although there is sealed data. Put it back from a backup, ${OR_RESET}.`;
    case 'damaged':
      return `The file with the key (vault.json) is damaged. Put it back from a backup, ${OR_RESET}.`;
    case 'newer':
      return `What is kept here was written by a newer version of Gatehouse. Use that version, ${OR_RESET}.`;
    case 'noKeyring':
      return `The key is in the keyring of the system, which cannot be reached in this session. Sign in to the desktop or unlock the keyring and try again, ${OR_RESET}.`;
    case 'keyringRefused':
      return `The keyring of the system did not give the key back. Unlock the keyring and try again, use the system and user that chose it, ${OR_RESET}.`;
    case 'keyringOtherKey':
      return `The keyring of the system gave back another key than the one in use here. Use the system and user that chose it, ${OR_RESET}.`;
    default:
      return why satisfies never;
  }
}

/** What wrapping a key needs from outside. */
export interface Wrapping {
  readonly safeStorage: SafeStorageLike;
  readonly platform: NodeJS.Platform;
  readonly random: RandomSource;
  readonly scryptCost: ScryptCost;
}

/**
 * Wraps the master key as chosen. Keys that are destroyed while the passphrase
 * is being stretched are not wrapped.
 *
 * @throws Failed `unsupported` where there is no real keyring, `locked`
 */
export async function wrapMaster(
  choice: Exclude<VaultChoice, { protection: 'memory' }>,
  keys: OpenKeys,
  wrapping: Wrapping,
): Promise<Exclude<KeptProtection, { kind: 'removing' }>> {
  const { safeStorage, platform, random, scryptCost } = wrapping;
  switch (choice.protection) {
    case 'keyring': {
      if (!keyringFacts(safeStorage, platform).real) {
        throw new Failed(
          'unsupported',
          'This system has no keyring that really encrypts. Choose a passphrase, or keep nothing on disk.',
        );
      }
      const wrapped = wrapWithKeyring(safeStorage, keys.master);
      return { kind: 'keyring', wrapped, check: keys.seal(CHECK, CHECK_TEXT) };
    }
    case 'passphrase': {
      const made = await wrapWithPassphrase(choice.passphrase, () => keys.master, scryptCost, random);
      return { kind: 'passphrase', ...made };
    }
    default:
      return choice satisfies never;
  }
}

/** Asks the keyring for the master key and checks that it is the one in use here. */
export function masterFromKeyring(
  kept: Extract<KeptProtection, { kind: 'keyring' }>,
  wrapping: Wrapping,
): Buffer | CannotOpen {
  if (!keyringFacts(wrapping.safeStorage, wrapping.platform).real) return 'noKeyring';
  const master = unwrapWithKeyring(wrapping.safeStorage, kept.wrapped);
  if (master === null) return 'keyringRefused';
  const trial = new OpenKeys(Buffer.from(master), wrapping.random);
  try {
    if (trial.open(CHECK, kept.check).equals(CHECK_TEXT)) return master;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
  } finally {
    trial.destroy();
  }
  master.fill(0);
  return 'keyringOtherKey';
}
