import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const spec = readFileSync(join(root, 'src-main/policy/SPEC.md'), 'utf8');
const rules = [...spec.matchAll(/^- \*\*(R\d+)\*\* /gm)].map((match) => match[1] ?? '');

/** The titles of a test file's tests; a title inside a `describe` that cites a rule counts as citing it. */
function titlesOf(text: string): string[] {
  let around = '';
  const titles: string[] = [];
  for (const match of text.matchAll(
    /^\s*(describe|it)(?:\.each\([\s\S]*?\n?\s*\])?[^'"`]*?\(\s*(['"`])(.*?)\2/gm,
  )) {
    if (match[1] === 'describe') around = /^R\d+/.test(match[3] ?? '') ? (match[3] ?? '') : '';
    else titles.push(`${around} ${match[3] ?? ''}`.trim());
  }
  return titles;
}

const titles = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !file.endsWith('spec-coverage.test.ts'))
  .flatMap((file) => titlesOf(readFileSync(join(import.meta.dirname, file), 'utf8')));
const cited = new Set(titles.flatMap((title) => title.match(/\bR\d+\b/g) ?? []));

describe('SPEC and tests', () => {
  it('numbers its rules in order, each once', () => {
    expect(rules).toEqual(rules.map((_, position) => `R${position + 1}`));
    expect(rules.length).toBeGreaterThan(60);
  });

  it('has a test for every rule', () => {
    expect(rules.filter((rule) => !cited.has(rule))).toEqual([]);
  });

  it('has a rule in every title, and no rule that is not in SPEC', () => {
    expect(titles.length).toBeGreaterThan(50);
    expect(titles.filter((title) => !/\bR\d+\b/.test(title))).toEqual([]);
    expect([...cited].filter((rule) => !rules.includes(rule))).toEqual([]);
  });

  it('sees a title that cites nothing', () => {
    expect(
      titlesOf("describe('R1: a', () => {\n  it('b', f);\n});\ndescribe('c', () => {\n  it('d', f);\n});"),
    ).toEqual(['R1: a b', 'd']);
  });
});
