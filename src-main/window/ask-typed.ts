import { type BrowserWindow, session } from 'electron';
import { answerOf, CONFIRM_CSS, CONFIRM_POLICY, CONFIRM_URL, confirmHtml } from './confirm-page';
import { denyPermissions } from './guards';
import { openConfirmWindow } from './main-window';
import { APP_SCHEME } from './origin';
import { cutOffNetwork } from './segment-session';

/** What has to be typed, and for what. */
interface Question {
  readonly phrase: string;
  readonly lines: readonly string[];
}

const TITLE = 'Confirm what cannot be taken back';

function answerWith(body: string, type: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Security-Policy': CONFIRM_POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
}

/** Asks one question in a window of its own. Closing it is no. */
function ask(parent: BrowserWindow, { phrase, lines }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const own = session.fromPartition('confirm', { cache: false });
    denyPermissions(own);
    cutOffNetwork(own);
    const { protocol } = own;
    let wrong = false;
    if (protocol.isProtocolHandled(APP_SCHEME)) protocol.unhandle(APP_SCHEME);
    protocol.handle(APP_SCHEME, ({ url }) =>
      new URL(url).pathname === '/confirm.css'
        ? answerWith(CONFIRM_CSS, 'text/css')
        : answerWith(confirmHtml({ title: TITLE, lines, phrase, wrong }), 'text/html'),
    );
    const window = openConfirmWindow(parent, own, TITLE);
    let confirmed = false;
    window.on('closed', () => resolve(confirmed));
    const { webContents } = window;
    // The guards of every page let it go nowhere; where it wants to go is the answer.
    webContents.on('will-navigate', (event) => {
      event.preventDefault();
      // Chromium must be through with the refused navigation before another one begins.
      const answer = answerOf(event.url, phrase);
      setImmediate(() => heed(answer));
    });
    const heed = (answer: ReturnType<typeof answerOf>) => {
      if (window.isDestroyed()) return;
      switch (answer) {
        case 'confirmed':
          confirmed = true;
          window.close();
          return;
        case 'cancelled':
          window.close();
          return;
        case 'wrong':
          wrong = true;
          window.loadURL(CONFIRM_URL).catch(() => window.close());
          return;
        case null:
          return;
      }
    };
    webContents.on('before-input-event', (_event, { key }) => {
      if (key === 'Escape') window.close();
    });
    webContents.on('render-process-gone', () => window.close());
    window.loadURL(CONFIRM_URL).catch(() => window.close());
  });
}

/**
 * Has the admin type every phrase, one after the other, in a window that the
 * main window's page cannot reach. False as soon as one is not typed.
 */
export async function askTyped(
  parent: BrowserWindow | null,
  questions: readonly Question[],
): Promise<boolean> {
  for (const question of questions) {
    if (parent === null || parent.isDestroyed() || !(await ask(parent, question))) return false;
  }
  return true;
}
