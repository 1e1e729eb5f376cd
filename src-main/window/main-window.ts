import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { APP_URL } from './origin';

/** What the window needs to know to open where it was closed. */
export interface WindowPlace {
  x?: number;
  y?: number;
  width: number;
  height: number;
  maximized: boolean;
}

/**
 * Opens the one window. It shows itself when its first frame is painted, so
 * that nothing flashes white. `developmentUrl` replaces our own page by the dev
 * server's.
 */
export function openMainWindow(place: WindowPlace, developmentUrl: string | null): BrowserWindow {
  const window = new BrowserWindow({
    width: place.width,
    height: place.height,
    ...(place.x === undefined || place.y === undefined ? {} : { x: place.x, y: place.y }),
    minWidth: 1000,
    minHeight: 640,
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
  if (place.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(developmentUrl ?? APP_URL);
  return window;
}
