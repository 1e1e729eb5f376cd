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

/** Asks one question in a window of its own. Closing it is no. `again`: something else was typed before. */
function ask(
  parent: BrowserWindow,
  { phrase, lines }: Question,
  again: boolean,
): Promise<'confirmed' | 'wrong' | 'cancelled'> {
  return new Promise((resolve) => {
    const own = session.fromPartition('confirm', { cache: false });
    denyPermissions(own);
    cutOffNetwork(own);
    const { protocol } = own;
    if (protocol.isProtocolHandled(APP_SCHEME)) protocol.unhandle(APP_SCHEME);
    protocol.handle(APP_SCHEME, ({ url }) =>
      new URL(url).pathname === '/confirm.css'
        ? answerWith(CONFIRM_CSS, 'text/css')
        : answerWith(confirmHtml({ title: TITLE, lines, phrase, wrong: again }), 'text/html'),
    );
    const window = openConfirmWindow(parent, own, TITLE);
    let answer: 'confirmed' | 'wrong' | 'cancelled' = 'cancelled';
    const close = () => {
      if (!window.isDestroyed()) window.close();
    };
    window.on('closed', () => resolve(answer));
    const { webContents } = window;
    // The guards of every page let it go nowhere; where it wants to go is the answer. They refuse at
    // this event already, so that `will-navigate` never comes.
    webContents.on('will-frame-navigate', (event) => {
      event.preventDefault();
      const typed = answerOf(event.url, phrase);
      if (typed === null) return;
      answer = typed;
      // Chromium must be through with the refused navigation before its page goes.
      setImmediate(close);
    });
    webContents.on('before-input-event', (_event, { key }) => {
      if (key === 'Escape') close();
    });
    webContents.on('render-process-gone', close);
    window.loadURL(CONFIRM_URL).catch(close);
  });
}

/**
 * Has the admin type every phrase, one after the other, in windows that the main
 * window's page cannot reach. What is mistyped is asked for again. False as soon
 * as one is cancelled.
 */
export async function askTyped(
  parent: BrowserWindow | null,
  questions: readonly Question[],
): Promise<boolean> {
  for (const question of questions) {
    let answer: 'confirmed' | 'wrong' | 'cancelled' | null = null;
    while (answer !== 'confirmed') {
      if (parent === null || parent.isDestroyed()) return false;
      answer = await ask(parent, question, answer === 'wrong');
      if (answer === 'cancelled') return false;
    }
  }
  return true;
}
