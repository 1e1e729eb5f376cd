import type { PaletteHit } from '@contract/lists';
import type { WorkspaceView } from '@contract/workspaces';
import type { PaletteAction } from './palette-actions';
import { wordsMatch } from './word-match';

/** One line of the palette. `value` names it for the list box. */
export type PaletteEntry =
  | { kind: 'hit'; value: string; hit: PaletteHit }
  | { kind: 'workspace'; value: string; workspace: WorkspaceView; index: number }
  | { kind: 'action'; value: string; action: PaletteAction };

/** Lines under a heading. */
export interface PaletteGroup {
  heading: string;
  entries: PaletteEntry[];
}

/** From so many letters on, a workspace or an action that begins with the text is taken to be meant. */
const MEANT_FROM = 3;

/**
 * What the palette shows for a text, in order: without text what can be gone to
 * and done; with text first the workspaces and actions that begin with it, then
 * what was found in the workspaces, then the other workspaces and actions that fit.
 */
export function paletteGroups(
  text: string,
  all: {
    hits: readonly PaletteHit[];
    workspaces: readonly WorkspaceView[];
    actions: readonly PaletteAction[];
  },
): PaletteGroup[] {
  const typed = text.trim().toLowerCase();
  const isMeant = (title: string) => typed.length >= MEANT_FROM && title.toLowerCase().startsWith(typed);
  const workspaces = all.workspaces.flatMap((workspace, index): PaletteEntry[] =>
    wordsMatch(typed, `${workspace.name} ${workspace.slug} workspace`)
      ? [{ kind: 'workspace', value: `workspace ${workspace.key}`, workspace, index }]
      : [],
  );
  const actions = all.actions.flatMap((action): PaletteEntry[] =>
    wordsMatch(typed, `${action.title} ${action.also}`)
      ? [{ kind: 'action', value: `action ${action.id}`, action }]
      : [],
  );
  const hits = all.hits.map(
    (hit): PaletteEntry => ({ kind: 'hit', value: `${hit.kind} ${hit.key} ${hit.id}`, hit }),
  );
  const [meant, others] = parted([...workspaces, ...actions], (entry) => isMeant(titleOf(entry)));
  return [
    { heading: 'Go to', entries: meant },
    { heading: 'In your workspaces', entries: hits },
    { heading: 'Workspaces', entries: others.filter(({ kind }) => kind === 'workspace') },
    { heading: 'Actions', entries: others.filter(({ kind }) => kind === 'action') },
  ].filter(({ entries }) => entries.length > 0);
}

/** What an entry is called. */
export function titleOf(entry: PaletteEntry): string {
  switch (entry.kind) {
    case 'hit':
      return entry.hit.title;
    case 'workspace':
      return entry.workspace.name;
    case 'action':
      return entry.action.title;
  }
}

function parted<Item>(items: readonly Item[], test: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
