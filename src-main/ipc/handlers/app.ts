import type { Link } from '@contract/settings';
import { app, clipboard, shell } from 'electron';
import { Failed } from '../../storage/failed';
import { addressOf, mayOpen } from '../../window/links';
import type { Handlers } from '../wire';

/** The Chromium of the runtime that is for trying only; users get a newer one. */
const OLDEST_OFFICIAL_ELECTRON = 45;

async function openLink(link: Link): Promise<undefined> {
  const address = addressOf(link);
  if (!mayOpen(address)) throw new Failed('refused', 'Gatehouse opens pages of Segment only.');
  try {
    await shell.openExternal(address);
  } catch {
    throw new Failed('unsupported', `No browser could be opened. The page is ${address}`);
  }
  return undefined;
}

/** Facts about the app itself, and the two things that a page cannot do: open a browser, fill the clipboard. */
export const appHandlers: Pick<Handlers, 'app.info' | 'app.openLink' | 'app.copy'> = {
  'app.info': () => ({
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions.chrome ?? '',
    platform: process.platform,
    packaged: app.isPackaged,
    evaluationRuntime: Number.parseInt(process.versions.electron ?? '0', 10) < OLDEST_OFFICIAL_ELECTRON,
  }),
  'app.openLink': openLink,
  'app.copy': ({ text }) => {
    clipboard.writeText(text);
    return undefined;
  },
};
