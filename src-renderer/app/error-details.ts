import type { AppInfo } from '@contract/settings';

const EMAIL = /[^\s@<>"'(]+@[^\s@<>"')]+/g;
/** Anything long enough to be a secret or an id: words of 20 and more letters and digits. */
const LONG_WORD = /[A-Za-z0-9_-]{20,}/g;
const QUOTED = /(["'“`])[^"'”`\n]{1,200}(["'”`])/g;

/**
 * An error of the app as text for a report, without what could be a secret or
 * someone's name: addresses, quoted texts and long words are left out.
 */
export function errorDetails(error: unknown, stack: string | null, info: AppInfo | null): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const message = error instanceof Error ? error.message : '';
  const app =
    info === null
      ? 'Gatehouse'
      : `Gatehouse ${info.version}, Electron ${info.electron}, Chromium ${info.chromium}, ${info.platform}`;
  return [app, `${kind}: ${withoutSecrets(message)}`, componentsIn(stack)].filter(Boolean).join('\n');
}

/** Text without addresses, quoted texts and long words. */
export function withoutSecrets(text: string): string {
  return text.replace(QUOTED, '$1…$2').replace(EMAIL, '…').replace(LONG_WORD, '…');
}

/** Of React's component stack only the names of components: places in files say nothing that helps here. */
function componentsIn(stack: string | null): string {
  const names = [...(stack ?? '').matchAll(/^\s*at (\w+)/gm)].map((match) => match[1]);
  return names.length === 0 ? '' : `in ${names.slice(0, 12).join(' < ')}`;
}
