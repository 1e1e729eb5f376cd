import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  allReadings,
  downloadOfSpaces,
  sameRoleLabels,
  warehouseLists,
} from '../../../src-main/policy/catalogue/readings';

const root = resolve(import.meta.dirname, '../../..');
const page = readFileSync(resolve(root, 'docs/ambiguous-readings.md'), 'utf8');
const spec = readFileSync(resolve(root, 'src-main/policy/SPEC.md'), 'utf8');
const rules = new Set([...spec.matchAll(/^- \*\*(R\d+)\*\* /gm)].map((match) => match[1]));

/** The sections about a reading, by its short name. */
const sections = new Map(
  page
    .split(/^### /m)
    .slice(1)
    .map((text) => [/^`(\w+)`/.exec(text)?.[1] ?? text, text.split(/^## /m)[0] ?? '']),
);

describe('R23, R38: the page about ambiguous readings', () => {
  it.each([...new Set([...Object.keys(allReadings), warehouseLists, sameRoleLabels, downloadOfSpaces])])(
    'tells of %s: the sources, access, granting and a rule',
    (reading) => {
      const section = sections.get(reading) ?? '';
      expect(section).toMatch(/^- `(roles|membership|labels|functions|sdk)`/m);
      expect(section).toContain('**Access:**');
      expect(section).toContain('**Granting:**');
      expect(section.split('\n')[0]).toMatch(/\(R\d+(, R\d+)*\)/);
    },
  );

  it('tells of no reading that there is not', () => {
    expect([...sections.keys()].sort()).toEqual(Object.keys(allReadings).sort());
  });

  it('names only rules that SPEC has', () => {
    const named = page.match(/\bR\d+\b/g) ?? [];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((rule) => !rules.has(rule))).toEqual([]);
  });
});
