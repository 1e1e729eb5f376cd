import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLabels, typedLabels } from '../../../src-renderer/inspector/read-labels';

describe('labels as an admin types them', () => {
  it('are separated by commas or lines, with blanks as they come', () => {
    expect(readLabels(' environment:prod ,brand: acme\nregion:eu-1, ')).toEqual({
      ok: true,
      labels: [
        { key: 'environment', value: 'prod' },
        { key: 'brand', value: 'acme' },
        { key: 'region', value: 'eu-1' },
      ],
    });
  });

  it('may be none', () => {
    expect(readLabels('  ')).toEqual({ ok: true, labels: [] });
  });

  it.each([
    ['environment', 'write it as key:value'],
    ['a:b:c', 'write it as key:value'],
    [':prod', 'write it as key:value'],
    ['environment:', 'write it as key:value'],
    ['1st:prod', 'begins with a letter'],
    ['environment:-prod', 'begins with a letter'],
    ['environment:pr od', 'begins with a letter'],
    ['environment:prod, environment:stage', 'there twice'],
  ])('are refused with what to do: %s', (text, words) => {
    const read = readLabels(text);
    expect(read.ok).toBe(false);
    expect(read.ok === false && read.problem).toContain(words);
  });

  it('are read back as they were', () => {
    const part = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    const labels = fc.uniqueArray(fc.record({ key: part, value: part }), {
      maxLength: 20,
      selector: ({ key }) => key,
    });
    fc.assert(
      fc.property(labels, (some) => {
        expect(readLabels(typedLabels(some))).toEqual({ ok: true, labels: some });
      }),
    );
  });

  it('are at most a hundred', () => {
    const many = Array.from({ length: 101 }, (_, index) => `k${index}:v`).join(',');
    expect(readLabels(many).ok).toBe(false);
  });
});
