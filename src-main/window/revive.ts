import type { BrowserWindow } from 'electron';

/** A page that dies this often within a minute is not brought back again: something is really wrong. */
const MOST_TRIES = 3;
const WITHIN_MS = 60_000;

/**
 * Loads the page again when its process is gone (out of memory, killed by the
 * system, crashed): what it shows is all in main or can be read anew, so a blank
 * window would be worse. `onGivenUp` hears when that does not help.
 */
export function reviveWhenGone(window: BrowserWindow, now: () => number, onGivenUp: () => void): void {
  let deaths: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    deaths = [...deaths.filter((at) => now() - at < WITHIN_MS), now()];
    if (deaths.length > MOST_TRIES) onGivenUp();
    else window.webContents.reload();
  });
}
