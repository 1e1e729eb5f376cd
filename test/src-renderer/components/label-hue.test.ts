import { describe, expect, it } from 'vitest';
import { LABEL_HUES, labelHue } from '../../../src-renderer/components/label-hue';
import { monogram } from '../../../src-renderer/components/monogram';

describe('the hue of a label key', () => {
  it('is the same for the same key, whatever its case', () => {
    expect(labelHue('environment')).toBe(labelHue('Environment'));
    expect(labelHue('environment')).toBe(3);
  });

  it('is one of the eight, and uses all of them', () => {
    const hues = new Set(Array.from({ length: 200 }, (_, index) => labelHue(`key-${index}`)));
    expect([...hues].sort()).toEqual(Array.from({ length: LABEL_HUES }, (_, index) => index + 1));
  });
});

describe('a monogram', () => {
  it.each([
    ['Northwind Retail Group', 'NR'],
    ['fabrikam', 'Fa'],
    ['Öst & Väst', 'ÖV'],
    ['3M', '3M'],
    ['—', '·'],
    ['', '·'],
  ])('of %s is %s', (name, letters) => {
    expect(monogram(name)).toBe(letters);
  });
});
