import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserWindow } from 'electron';

const LIMIT_MS = 120_000;

/** Runs in the page: two frames after fonts are there and nothing says that it is busy. */
const SETTLED = `(async () => {
  await document.fonts.ready;
  const busy = () => document.querySelector('[aria-busy="true"]') !== null;
  for (let tries = 0; tries < 100 && busy(); tries += 1) await new Promise((done) => setTimeout(done, 100));
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
})()`;

/**
 * Writes a picture of the window once `isReady` says that there is something to
 * see. Rejects when that takes longer than two minutes, or when `isReady` throws.
 */
export async function takeScreenshot(
  window: BrowserWindow,
  file: string,
  isReady: () => boolean,
): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!isReady()) {
    if (Date.now() > deadline) throw new Error('no workspace was read and compiled within two minutes');
    await pause(100);
  }
  await pause(500);
  await window.webContents.executeJavaScript(SETTLED);
  await pause(700);
  const picture = await window.webContents.capturePage();
  await writeFile(file, picture.toPNG());
}
