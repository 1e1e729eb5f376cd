import type { VaultState } from '@contract/vault';
import type { KeyringFacts } from './keyring';
import type { OpenKeys } from './open-keys';

/** Where a vault is, with its keys. `opening` has keys that only the stores may use yet. */
export type Situation =
  | { readonly kind: 'undecided' | 'memory'; readonly keys: OpenKeys }
  | { readonly kind: 'disk' | 'opening'; readonly protection: DiskProtection; readonly keys: OpenKeys }
  | { readonly kind: 'locked'; readonly protection: DiskProtection; readonly reason: string };

/** How a key that is on disk is wrapped. */
export type DiskProtection = 'keyring' | 'passphrase';

/** What is said of a vault that was locked on purpose or has not been opened yet. */
export const LOCKED = 'Gatehouse is locked.';

/** The situation as the window sees it. */
export function stateOf(situation: Situation, facts: KeyringFacts, retryAfterMs: number): VaultState {
  switch (situation.kind) {
    case 'undecided':
      return { kind: 'undecided', keyring: facts.real, backend: facts.backend };
    case 'memory':
      return { kind: 'open', protection: 'memory', keyring: facts.real };
    case 'disk':
      return { kind: 'open', protection: situation.protection, keyring: facts.real };
    case 'opening':
      return { kind: 'locked', protection: situation.protection, reason: LOCKED, retryAfterMs };
    case 'locked':
      return { ...situation, retryAfterMs };
    default:
      return situation satisfies never;
  }
}
