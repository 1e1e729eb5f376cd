import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme, screen } from 'electron';
import type { SettingsStore } from '../settings/settings-store';
import { SMALLEST_SIZE, visibleBounds } from '../settings/window-bounds';
import { APP_URL } from './origin';

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
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
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
