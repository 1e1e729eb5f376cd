/** Whether this is a Mac, where the command key does what Ctrl does elsewhere. */
export const onMac: boolean = /mac/i.test(navigator.userAgent);

/** True when the one modifier of the app's keys is held: Cmd on a Mac, Ctrl elsewhere. */
export function modifierHeld(event: { ctrlKey: boolean; metaKey: boolean }): boolean {
  return onMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
}

const WORDS: Record<string, { mac: string; other: string }> = {
  mod: { mac: '⌘', other: 'Ctrl' },
  alt: { mac: '⌥', other: 'Alt' },
  shift: { mac: '⇧', other: 'Shift' },
  enter: { mac: '↩', other: 'Enter' },
  esc: { mac: 'esc', other: 'Esc' },
  up: { mac: '↑', other: '↑' },
  down: { mac: '↓', other: '↓' },
  left: { mac: '←', other: '←' },
  right: { mac: '→', other: '→' },
};

/** The caps of a key combination such as `mod+K`, as this system words them. */
export function keyCaps(keys: string): string[] {
  return keys.split('+').map((key) => {
    const word = WORDS[key];
    if (word === undefined) return key;
    return onMac ? word.mac : word.other;
  });
}
