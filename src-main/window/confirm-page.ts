import { APP_SCHEME } from './origin';

/**
 * The page in which the admin types a phrase before something dangerous is
 * applied. It has no script and no bridge: its form leads to an address, which
 * main reads instead of going there. It lives in a session of its own that the
 * window has no way into.
 */

/** The page's own host: the window's page is on another one. */
export const CONFIRM_HOST = 'confirm';
/** What the confirmation window loads. */
export const CONFIRM_URL = `${APP_SCHEME}://${CONFIRM_HOST}/`;
const ANSWER = '/answer';

/** Like the window's policy, but without any script, and with a form. */
export const CONFIRM_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What the page says. */
export interface ConfirmPage {
  readonly title: string;
  readonly lines: readonly string[];
  readonly phrase: string;
  /** Whether something else was typed before. */
  readonly wrong: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

/** The page as HTML; every text is escaped. */
export function confirmHtml({ title, lines, phrase, wrong }: ConfirmPage): string {
  const items = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  const note = wrong ? '<p role="alert">That is not what is asked for. Nothing was changed.</p>' : '';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escaped(title)}</title><link rel="stylesheet" href="/confirm.css"></head>
<body>
<h1>${escaped(title)}</h1>
<ul>${items}</ul>
<form action="${ANSWER}" method="get" autocomplete="off">
<label for="typed">To go on, type <strong>${escaped(phrase)}</strong></label>
<input id="typed" name="typed" autofocus spellcheck="false">
${note}
<p><button name="do" value="confirm">Apply</button> <button name="do" value="cancel" formnovalidate>Cancel</button></p>
</form>
</body>
</html>`;
}

/** How it looks, in both colour schemes. */
export const CONFIRM_CSS = `:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
body { margin: 24px; }
h1 { font-size: 17px; margin: 0 0 12px; }
ul { max-height: 220px; overflow: auto; padding-left: 20px; }
label { display: block; margin: 16px 0 6px; }
strong { font-family: ui-monospace, monospace; user-select: all; }
input { box-sizing: border-box; width: 100%; padding: 8px; font: inherit; }
button { padding: 8px 16px; font: inherit; }
[role="alert"] { font-weight: 600; }
`;

/** What an address of the form says; `null` for any other address. */
export function answerOf(address: string, phrase: string): 'confirmed' | 'wrong' | 'cancelled' | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== `${APP_SCHEME}:` || url.host !== CONFIRM_HOST || url.pathname !== ANSWER) return null;
  if (url.searchParams.get('do') === 'cancel') return 'cancelled';
  return url.searchParams.get('typed')?.trim() === phrase ? 'confirmed' : 'wrong';
}
