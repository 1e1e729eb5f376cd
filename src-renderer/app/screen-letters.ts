import type { ScreenName } from '../stores/screen-names';

/** The key after G that goes to each screen. */
export const SCREEN_LETTERS: Record<ScreenName, string> = {
  overview: 'W',
  members: 'M',
  groups: 'G',
  resources: 'R',
  labels: 'L',
  roles: 'O',
  tokens: 'T',
};

const SCREEN_OF_LETTER: Readonly<Record<string, ScreenName>> = {
  W: 'overview',
  M: 'members',
  G: 'groups',
  R: 'resources',
  L: 'labels',
  O: 'roles',
  T: 'tokens',
};

/** The screen of a capital letter; `null` when it has none. */
export function screenOfLetter(letter: string): ScreenName | null {
  return SCREEN_OF_LETTER[letter] ?? null;
}
