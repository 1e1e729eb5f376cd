import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, nativeTheme, session } from 'electron';
import { z } from 'zod';
import { connect, send } from './ipc/wire';
import { openSettings } from './settings/settings-store';
import { readCommandLine } from './window/command-line';
import { denyPermissions, guardAllContents } from './window/guards';
import { openMainWindow } from './window/main-window';
import { createNotices } from './window/notices';
import { devServerOf } from './window/origin';
import { registerAppScheme, serveApp } from './window/protocol';
import { reviveWhenGone } from './window/revive';
import { takeScreenshot } from './window/screenshot';
import { cutOffNetwork } from './window/segment-session';
import { wireRooms } from './wiring';

// Schemas are compiled with `new Function` unless told not to: slower to parse, but nothing is evaluated.
z.config({ jitless: true });

const { screenshot } = readCommandLine(process.argv);
const developmentUrl = app.isPackaged ? null : devServerOf(process.env.ELECTRON_RENDERER_URL);

/** How long closing may take. */
const LONGEST_CLOSE_MS = 5000;

// A picture is of a fresh start, whatever the profile holds.
if (screenshot !== null) app.setPath('userData', mkdtempSync(join(tmpdir(), 'gatehouse-picture-')));

let window: BrowserWindow | null = null;

async function start(): Promise<void> {
  const contents = () => (window === null || window.isDestroyed() ? null : window.webContents);
  const notices = createNotices((message) => send(contents(), 'notice', { level: 'warning', message }));
  const settings = await openSettings({ dir: app.getPath('userData'), tell: notices.tell });
  nativeTheme.themeSource = settings.get().theme;
  settings.onChange(({ theme }) => {
    nativeTheme.themeSource = theme;
  });

  denyPermissions(session.defaultSession);
  if (developmentUrl === null) cutOffNetwork(session.defaultSession);
  serveApp(session.defaultSession, join(import.meta.dirname, '../renderer'));
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);

  const rooms = await wireRooms(settings, contents, notices);
  connect(rooms.handlers, contents, developmentUrl, rooms.beforeCall);
  window = openMainWindow(settings, developmentUrl);
  reviveWhenGone(
    window,
    () => Date.now(),
    () => {
      dialog.showErrorBox(
        'Gatehouse cannot show its window',
        'The window stopped several times in a row. Restart Gatehouse; nothing that was kept is lost.',
      );
      app.quit();
    },
  );

  let closing = false;
  app.on('before-quit', (event) => {
    if (closing) return;
    closing = true;
    event.preventDefault();
    const late = new Promise((done) => setTimeout(done, LONGEST_CLOSE_MS));
    // A disk that refuses or hangs must not keep the app from closing.
    void Promise.race([rooms.close(), late])
      .catch(() => undefined)
      .finally(() => {
        app.quit();
        // Everything is on disk by now: a window or a helper that does not end must not keep the app.
        setTimeout(() => app.exit(0), LONGEST_CLOSE_MS);
      });
  });

  if (screenshot !== null) {
    await rooms.openForPicture();
    await takeScreenshot(window, screenshot, () => rooms.hasPolicy());
    await rooms.close();
    // Chromium still holds files in it; what it cannot let go of is in the system's folder for such things.
    await rm(app.getPath('userData'), { recursive: true, force: true }).catch(() => undefined);
    app.exit(0);
  }
}

function fail(error: unknown): void {
  process.stderr.write(
    `Gatehouse could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  app.exit(1);
}

if (screenshot === null && !app.requestSingleInstanceLock()) {
  app.exit(0);
} else {
  registerAppScheme();
  guardAllContents(developmentUrl);
  app.on('second-instance', () => {
    if (window === null || window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app.whenReady().then(start).catch(fail);
}
