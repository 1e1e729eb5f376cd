import { modifierHeld } from '../../components/platform-keys';
import type { ScreenName } from '../../stores/screen-names';
import { screenOfLetter } from '../screen-entries';

/** What a key of the app asks for. */
export type AppKey =
  | { kind: 'palette' }
  | { kind: 'filter' }
  | { kind: 'export' }
  | { kind: 'lock' }
  | { kind: 'keys' }
  | { kind: 'closeInspector' }
  /** Of the draft. */
  | { kind: 'undo' }
  | { kind: 'redo' }
  /** From 0. */
  | { kind: 'workspace'; index: number }
  /** G was pressed: the next letter says where to. */
  | { kind: 'lead' }
  | { kind: 'screen'; screen: ScreenName };

/** How long after G the letter may come. */
export const LEAD_MS = 1500;

/** What of a keyboard event matters here. */
export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/**
 * What a pressed key asks for; `null` for nothing. `typing` is set while the
 * focus is in a text field: then only keys with the modifier count. `led` is set
 * shortly after G.
 */
export function appKey(pressed: Pressed, { typing, led }: { typing: boolean; led: boolean }): AppKey | null {
  const letter = pressed.key.toUpperCase();
  if (modifierHeld(pressed) && !pressed.altKey && !pressed.shiftKey) {
    if (letter === 'K') return { kind: 'palette' };
    if (letter === 'F') return { kind: 'filter' };
    if (letter === 'E') return { kind: 'export' };
    if (letter === 'L') return { kind: 'lock' };
    if (/^[1-9]$/.test(letter)) return { kind: 'workspace', index: Number(letter) - 1 };
  }
  if (modifierHeld(pressed) && !pressed.altKey && !typing) {
    if (letter === 'Z') return { kind: pressed.shiftKey ? 'redo' : 'undo' };
    if (letter === 'Y' && !pressed.shiftKey) return { kind: 'redo' };
  }
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (letter === 'ESCAPE') return { kind: 'closeInspector' };
  if (typing) return null;
  if (pressed.key === '?') return { kind: 'keys' };
  if (led) {
    const screen = screenOfLetter(letter);
    if (screen !== null) return { kind: 'screen', screen };
  }
  return letter === 'G' ? { kind: 'lead' } : null;
}
