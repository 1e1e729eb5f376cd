const PLACE = 'gatehouse.workspace';

/** The key (random, says nothing) of the workspace shown last, across restarts. */
export function rememberedWorkspace(): string | null {
  return localStorage.getItem(PLACE);
}

export function rememberWorkspace(key: string): void {
  localStorage.setItem(PLACE, key);
}

export function forgetRememberedWorkspace(): void {
  localStorage.removeItem(PLACE);
}
