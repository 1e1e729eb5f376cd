import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runScenario } from '../../../src-main/cli/scenarios/run-scenario';
import { readScenarios } from '../../../src-main/cli/scenarios/scenario-file';

const folder = resolve(import.meta.dirname, '../../scenarios');
const scenarios = readdirSync(folder).flatMap((file) =>
  readScenarios(readFileSync(join(folder, file), 'utf8')),
);

describe('the scenarios from the documentation', () => {
  it('are all there', () => {
    expect(scenarios).toHaveLength(42);
    expect(scenarios.filter(({ ambiguous }) => ambiguous)).toHaveLength(6);
  });

  it.each(scenarios.map((scenario) => [scenario.id, scenario.title, scenario] as const))(
    '%s %s',
    (_id, _title, scenario) => {
      const { result, differences } = runScenario(scenario);
      if (!scenario.ambiguous) expect(differences).toEqual([]);
      expect(result).toBe(scenario.ambiguous ? 'ambiguous' : 'passed');
    },
  );
});

describe('running a scenario', () => {
  const first = scenarios.find(({ id }) => id === 'V01');
  if (first === undefined) throw new Error('no scenario');

  it('says which answer differs and why', () => {
    const wrong = { ...first, queries: first.queries.map((query) => ({ ...query, allow: !query.allow })) };
    const { result, differences } = runScenario(wrong);
    expect(result).toBe('failed');
    expect(differences[0]).toBe(
      'sally edit SOURCE:A expected false got true because member sally has Source Admin over labels',
    );
    expect(differences[2]).toMatch(/expected true got false because no grant gives it$/);
  });

  it('reports a difference of an ambiguous one without failing it', () => {
    const queries = first.queries.map((query) => ({ ...query, allow: !query.allow }));
    const { result, differences } = runScenario({ ...first, ambiguous: true, queries });
    expect(result).toBe('ambiguous');
    expect(differences).toHaveLength(first.queries.length);
  });

  it('says which step differs and why', () => {
    const steps = [{ op: 'createLabel' as const, label: '1:2', expect: 'accepted' as const }];
    expect(runScenario({ ...first, steps }).differences[0]).toMatch(
      /^step 1 createLabel expected accepted got refused/,
    );
  });

  it('leaves everything as it was after a refused step', () => {
    const { result } = runScenario({
      ...first,
      steps: [{ op: 'assignLabel', resource: 'SOURCE:A', label: 'environment:dev', expect: 'refused' }],
    });
    expect(result).toBe('passed');
  });
});

describe('a malformed file', () => {
  const file = (vector: object) => JSON.stringify({ version: 1, vectors: [vector] });
  const workspace = { plan: 'business', labels: [], resources: [], members: [], groups: [] };

  it.each([
    ['{', /is not JSON/],
    ['{}', /version: /],
    [
      file({ id: 'A', title: 'a', workspace: { ...workspace, plan: 'gold' } }),
      /vectors\[0\]\.workspace\.plan: /,
    ],
    [file({ id: 'A', title: 'a', workspace, steps: [{ op: 'fly' }] }), /vectors\[0\]\.steps\[0\]\.op: /],
    [
      file({
        id: 'A',
        title: 'a',
        workspace,
        queries: [{ member: 'x', action: 'view', resource: 'S', allow: true }],
      }),
      /vectors\[0\]\.queries\[0\]\.resource: /,
    ],
  ])('%j names the place', (text, message) => {
    expect(() => readScenarios(text)).toThrow(message);
  });
});
