import { ACROSS_SCREENS, SCREEN_ENTRIES, WORKSPACE_SCREENS } from '../screen-entries';

/** What a key does, for the list of all keys. `keys` is as `Kbd` takes it. */
export interface KeyEntry {
  keys: string;
  does: string;
}

/** All keys of the app, by where they hold. */
export const KEY_GROUPS: readonly { title: string; entries: readonly KeyEntry[] }[] = [
  {
    title: 'Everywhere',
    entries: [
      { keys: 'mod+K', does: 'Find anything, do anything' },
      { keys: 'mod+F', does: 'Search the list on screen' },
      { keys: 'mod+E', does: 'Export what is on screen, or more' },
      { keys: 'mod+1', does: 'The first workspace; up to 9' },
      { keys: 'mod+L', does: 'Lock' },
      { keys: 'esc', does: 'Close the inspector or a dialog' },
      { keys: '?', does: 'All keys' },
    ],
  },
  {
    title: 'Go to',
    entries: [...WORKSPACE_SCREENS, 'plan' as const, ...ACROSS_SCREENS].map((name) => ({
      keys: `G ${SCREEN_ENTRIES[name].letter}`,
      does: SCREEN_ENTRIES[name].word,
    })),
  },
  {
    title: 'In lists',
    entries: [
      { keys: 'up', does: 'Up; ↓ down' },
      { keys: 'enter', does: 'Open in the inspector' },
      { keys: 'mod+C', does: 'Copy for a spreadsheet' },
    ],
  },
  {
    title: 'Matrix',
    entries: [
      { keys: 'up', does: 'Up; ↓ down, ←→ across; with Ctrl to the end' },
      { keys: 'Page Down', does: 'A page down; with Alt across' },
      { keys: 'A…Z', does: 'To the name that begins so' },
      { keys: 'enter', does: 'Explain the cell, or unfold' },
      { keys: 'shift+Space', does: 'Choose the row; Ctrl+Space the column' },
      { keys: 'mod+C', does: 'Copy what is chosen' },
    ],
  },
  {
    title: 'Labels board',
    entries: [
      { keys: 'Space', does: 'Pick labels up; then mark a target' },
      { keys: 'shift+Space', does: 'Choose several labels or targets' },
      { keys: 'up', does: 'To the target above; ↓ below, ←→ across' },
      { keys: 'enter', does: 'Drop' },
      { keys: 'esc', does: 'Put the labels back' },
      { keys: 'Delete', does: 'Take away the grant or label' },
    ],
  },
  {
    title: 'Draft',
    entries: [
      { keys: 'mod+Z', does: 'Undo' },
      { keys: 'shift+mod+Z', does: 'Redo' },
    ],
  },
  {
    title: 'In the rail',
    entries: [
      { keys: 'alt+up', does: 'Move the workspace up' },
      { keys: 'alt+down', does: 'Move the workspace down' },
    ],
  },
];
