// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { appKey } from '../../../../src-renderer/app/keyboard/app-key';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const plain = { typing: false, led: false };
const ctrl = (key: string) => ({ ...none, key, ctrlKey: true });
const bare = (key: string) => ({ ...none, key });

describe('a key of the app', () => {
  it.each([
    ['k', { kind: 'palette' }],
    ['f', { kind: 'filter' }],
    ['1', { kind: 'workspace', index: 0 }],
    ['9', { kind: 'workspace', index: 8 }],
  ])('Ctrl+%s works in text fields too', (key, asked) => {
    expect(appKey(ctrl(key), plain)).toEqual(asked);
    expect(appKey(ctrl(key), { typing: true, led: false })).toEqual(asked);
  });

  it.each([
    ['m', 'members'],
    ['g', 'groups'],
    ['r', 'resources'],
    ['l', 'labels'],
    ['o', 'roles'],
    ['t', 'tokens'],
    ['w', 'overview'],
  ])('G then %s goes to %s', (key, screen) => {
    expect(appKey(bare('g'), plain)).toEqual({ kind: 'lead' });
    expect(appKey(bare(key), { typing: false, led: true })).toEqual({ kind: 'screen', screen });
    if (key !== 'g') expect(appKey(bare(key), plain)).toBeNull();
  });

  it.each(['g', 'm', '?'])('%s is only a letter in a text field', (key) => {
    expect(appKey(bare(key), { typing: true, led: true })).toBeNull();
  });

  it('knows ? and Esc', () => {
    expect(appKey({ ...bare('?'), shiftKey: true }, plain)).toEqual({ kind: 'keys' });
    expect(appKey(bare('Escape'), plain)).toEqual({ kind: 'closeInspector' });
  });

  it('leaves other combinations to the system', () => {
    expect(appKey({ ...ctrl('k'), shiftKey: true }, plain)).toBeNull();
    expect(appKey({ ...ctrl('k'), altKey: true }, plain)).toBeNull();
    expect(appKey(ctrl('c'), plain)).toBeNull();
    expect(appKey(ctrl('0'), plain)).toBeNull();
    expect(appKey({ ...bare('g'), altKey: true }, plain)).toBeNull();
  });
});
