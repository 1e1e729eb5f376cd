import type { VaultState } from '@contract/vault';
import { create } from 'zustand';

/** How the keys are kept; `null` until main has said so. */
export const useVaultStore = create<{ vault: VaultState | null }>()(() => ({ vault: null }));

export function receiveVault(vault: VaultState): void {
  useVaultStore.setState({ vault });
}

export function useVault(): VaultState | null {
  return useVaultStore(({ vault }) => vault);
}
