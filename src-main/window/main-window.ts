import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, type Session, screen } from 'electron';
import type { SettingsStore } from '../settings/settings-store';
import { SMALLEST_SIZE, visibleBounds } from '../settings/window-bounds';
import { APP_URL } from './origin';

/** What no page of ours may do. */
const LOCKED = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
} as const;

/**
 * Opens a small modal window above the main one, in a session of its own and
 * without a bridge, for what the main window's page must not be able to answer.
 */
export function openConfirmWindow(parent: BrowserWindow, session: Session, title: string): BrowserWindow {
  const window = new BrowserWindow({
    parent,
    modal: true,
    width: 520,
    height: 460,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    show: false,
    title,
    autoHideMenuBar: true,
    webPreferences: { ...LOCKED, session, devTools: false },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Opens a window that nobody sees and whose page runs no script, to be printed. */
export function openPrintWindow(session: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: { ...LOCKED, session, devTools: false, javascript: false },
  });
}

/**
 * Opens the one window where it was last. It shows itself when its first frame
 * is painted, so that nothing flashes white. `developmentUrl` replaces our own
 * page by the dev server's.
 */
export function openMainWindow(settings: SettingsStore, developmentUrl: string | null): BrowserWindow {
  const saved = settings.savedWindow();
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea);
  const window = new BrowserWindow({
    ...visibleBounds(saved, areas),
    minWidth: SMALLEST_SIZE.width,
    minHeight: SMALLEST_SIZE.height,
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#17181c' : '#ffffff',
    show: false,
    title: 'Gatehouse',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      ...LOCKED,
      devTools: !app.isPackaged,
    },
  });
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  const remember = () =>
    settings.saveWindow({ ...window.getNormalBounds(), maximized: window.isMaximized() });
  window.on('resized', remember);
  window.on('moved', remember);
  window.on('maximize', remember);
  window.on('unmaximize', remember);
  window.on('close', remember);
  // A dev server that is not there shows Chromium's own page; ours is always there.
  window.loadURL(developmentUrl ?? APP_URL).catch(() => undefined);
  return window;
}
