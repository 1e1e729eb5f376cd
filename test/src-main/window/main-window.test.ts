import { beforeEach, describe, expect, it, vi } from 'vitest';

const made: { webPreferences: Record<string, unknown> }[] = [];
const app = { isPackaged: false };
const quiet = () => undefined;

vi.mock('electron', () => ({
  app,
  nativeTheme: { shouldUseDarkColors: false },
  screen: {
    getPrimaryDisplay: () => ({ workArea: { x: 0, y: 0, width: 1600, height: 1000 } }),
    getAllDisplays: () => [],
  },
  BrowserWindow: class {
    webContents = { on: quiet };
    constructor(options: (typeof made)[number]) {
      made.push(options);
    }
    once = quiet;
    on = quiet;
    show = quiet;
    loadURL = () => Promise.resolve();
  },
}));
const { openMainWindow } = await import('../../../src-main/window/main-window');

const settings = { savedWindow: () => null, saveWindow: quiet } as never;

beforeEach(() => {
  made.length = 0;
});

describe('the window', () => {
  it.each([
    [true, false],
    [false, true],
  ])('packaged %s: developer tools %s', (packaged, tools) => {
    app.isPackaged = packaged;
    openMainWindow(settings, null);
    expect(made[0]?.webPreferences.devTools).toBe(tools);
  });

  it('is sandboxed, isolated and without Node', () => {
    openMainWindow(settings, null);
    expect(made[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
  });
});
