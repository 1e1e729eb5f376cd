import type { PaletteHit } from '@contract/lists';
import { describe, expect, it } from 'vitest';
import type { PaletteAction } from '../../../../src-renderer/app/palette/palette-actions';
import { paletteGroups, titleOf } from '../../../../src-renderer/app/palette/palette-groups';
import { wordsMatch } from '../../../../src-renderer/app/palette/word-match';
import { workspaceKey, workspaceView } from '../../../fixtures/workspace-view';

const action = (title: string, also = ''): PaletteAction => ({
  id: title,
  title,
  also,
  icon: null,
  run: () => undefined,
});
const hit = (title: string): PaletteHit => ({
  key: workspaceKey(1),
  workspace: 'Northwind 1',
  kind: 'member',
  id: title,
  title,
  detail: '',
});
const all = {
  hits: [hit('Dario Settin')],
  workspaces: [workspaceView(1), workspaceView(2, { name: 'Settle Bank', slug: 'settle' })],
  actions: [action('Settings', 'preferences'), action('Dark theme'), action('All keys')],
};
const shown = (text: string) =>
  paletteGroups(text, all).map(({ heading, entries }) => [heading, entries.map(titleOf)]);

describe('the palette', () => {
  it('puts what begins with the text before what was found', () => {
    expect(shown('sett')).toEqual([
      ['Go to', ['Settle Bank', 'Settings']],
      ['In your workspaces', ['Dario Settin']],
    ]);
  });

  it('puts what was found first while the text is too short to mean an action', () => {
    expect(shown('se').map(([heading]) => heading)).toEqual(['In your workspaces', 'Workspaces', 'Actions']);
  });

  it('finds actions by their other words, after what was found', () => {
    expect(shown('pref')).toEqual([
      ['In your workspaces', ['Dario Settin']],
      ['Actions', ['Settings']],
    ]);
  });

  it('shows all workspaces and actions without text', () => {
    expect(paletteGroups('', { ...all, hits: [] }).map(({ entries }) => entries.length)).toEqual([2, 3]);
  });

  it('names every line once', () => {
    const values = paletteGroups('', all).flatMap(({ entries }) => entries.map(({ value }) => value));
    expect(new Set(values).size).toBe(values.length);
  });
});

describe('words', () => {
  it.each([
    ['dar the', 'Dark theme', true],
    ['theme dark', 'Dark theme', true],
    ['ark', 'Dark theme', false],
    ['', 'anything', true],
    ['ÅSA', 'Åsa Öberg', true],
  ])('%s in %s: %s', (text, among, matches) => {
    expect(wordsMatch(text, among)).toBe(matches);
  });
});
