import type { VaultState } from '@contract/vault';
import type { Sealer } from './seal';
import type { VaultFolder } from './vault-folder';

/**
 * Something that keeps sealed files and follows the vault. Stores are loaded in
 * the order in which they were registered.
 */
export interface VaultStore {
  /** The vault opens: read what is on disk. Throwing keeps the vault locked. */
  load(): Promise<void>;
  /** What was in memory only is to be kept from now on: write it all. */
  writeAll(): Promise<void>;
  /** Resolves when no write is under way any more. */
  settled(): Promise<void>;
  /** The vault locks or is reset: drop everything from memory. Files stay. */
  forget(): void;
}

/** What a store needs of the vault. */
export interface StoreVault extends Sealer {
  readonly folder: VaultFolder;
  /** @throws Failed `locked` unless what is in memory may be read and changed. */
  assertUsable(): void;
  /** Whether changes are to be written: false while nothing is kept on disk. */
  keepsOnDisk(): boolean;
  register(store: VaultStore): void;
  /** Makes the data key of a new workspace and answers it wrapped. @throws Failed `locked` */
  createDataKey(workspace: string): Buffer;
  /** Takes a wrapped data key into use. @throws SealBroken; Failed `locked` */
  adoptDataKey(workspace: string, wrapped: Uint8Array): void;
  /** Forgets a data key: what it sealed cannot be opened any more. */
  forgetDataKey(workspace: string): void;
  /** Says something to the admin that no call asked for. */
  tell(message: string): void;
}

/** What the rest of main needs to hear. */
export type VaultListener = (state: VaultState) => void;
