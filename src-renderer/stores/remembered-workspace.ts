import { useVaultStore } from './vault';

const PLACE = 'gatehouse.workspace';

/** The key (random, says nothing) of the workspace shown last, across restarts. */
export function rememberedWorkspace(): string | null {
  return localStorage.getItem(PLACE);
}

/** Keeps the key for the next start, unless nothing shall be kept on disk. */
export function rememberWorkspace(key: string): void {
  const { vault } = useVaultStore.getState();
  if (vault?.kind === 'open' && vault.protection === 'memory') return;
  localStorage.setItem(PLACE, key);
}

export function forgetRememberedWorkspace(): void {
  localStorage.removeItem(PLACE);
}
