import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../../../src-renderer/app/theme/tokens.css', import.meta.url), 'utf8');

/** The tokens of one theme as hexadecimal colours. */
function coloursOf(theme: 'light' | 'dark'): Map<string, string> {
  const pattern = /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g;
  return new Map(
    [...css.matchAll(pattern)].map(([, name = '', light = '', dark = '']) => [
      name,
      theme === 'light' ? light : dark,
    ]),
  );
}

/** WCAG relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

const SURFACES = [
  'surface-frame',
  'surface',
  'surface-raised',
  'surface-overlay',
  'surface-hover',
  'surface-selected',
  'accent-soft',
];
const TEXTS = ['text', 'text-muted', 'text-faint', 'accent', 'gain', 'loss', 'warn', 'danger', 'unknown'];
const MARKS = ['level-none', 'level-read', 'level-admin', 'border-control', 'focus-ring'];
const ACTION_GROUNDS = ['danger-soft', 'warn-soft'];
const ON_THEIR_SOFT = ['gain', 'loss', 'warn', 'danger'];

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const ratio = (front: string, ground: string) => {
    const [one, other] = [colours.get(front), colours.get(ground)];
    if (one === undefined || other === undefined) throw new Error(`no token ${front} or ${ground}`);
    return contrast(one, other);
  };

  it.each(SURFACES)('shows text on %s with 4.5:1', (ground) => {
    for (const text of TEXTS) expect(ratio(text, ground), text).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SURFACES)('shows marks on %s with 3:1', (ground) => {
    for (const mark of MARKS) expect(ratio(mark, ground), mark).toBeGreaterThanOrEqual(3);
  });

  it.each(ON_THEIR_SOFT)('shows %s and text on its soft ground with 4.5:1', (tone) => {
    for (const text of [tone, 'text', 'text-muted']) {
      expect(ratio(text, `${tone}-soft`), text).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(ACTION_GROUNDS)('shows what can be pressed on %s with 4.5:1', (ground) => {
    expect(ratio('accent', ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('shows label keys in hue %i with 4.5:1', (hue) => {
    expect(ratio(`hue-${hue}`, `hue-${hue}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it('shows words on primary buttons with 4.5:1, pressed too', () => {
    expect(ratio('text-on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('text-on-accent', 'accent-strong')).toBeGreaterThanOrEqual(4.5);
  });

  it('tells read from admin by lightness too', () => {
    expect(ratio('level-read', 'level-admin')).toBeGreaterThanOrEqual(1.8);
  });
});
