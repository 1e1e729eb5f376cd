import type { ScopeView } from '@contract/inspect';
import { describe, expect, it } from 'vitest';
import { scopeLead } from '../../../src-renderer/inspector/scope-words';

type Listed = Extract<ScopeView, { kind: 'list' }>['resources'][number];

function listed(...types: Listed['type'][]): ScopeView {
  const resources = types.map((type, index) => ({ type, id: `r${index}`, name: 'Web', exists: true }));
  return { kind: 'list', resources };
}

describe('the words of a scope', () => {
  it.each([
    [{ kind: 'all', of: 'sources' }, 'all current and future sources'],
    [{ kind: 'all', of: 'resources of the workspace' }, 'all current and future resources of the workspace'],
    [{ kind: 'all', of: 'the workspace' }, 'the whole workspace'],
    [{ kind: 'all', of: 'identity settings' }, 'identity settings'],
    [{ kind: 'all', of: 'whatever the person already reaches' }, 'whatever the person already reaches'],
    [{ kind: 'labels', labels: [{ key: 'env', value: 'prod' }], of: 'spaces' }, 'spaces with'],
    [{ kind: 'unknown', reason: 'The answer was unclear.' }, 'scope unknown'],
  ] satisfies [ScopeView, string][])('are those of Segment: %j', (scope, words) => {
    expect(scopeLead(scope)).toBe(words);
  });

  it('count what is listed, by its kind', () => {
    expect(scopeLead(listed('SOURCE'))).toBe('this source:');
    expect(scopeLead(listed('SOURCE', 'SOURCE', 'SOURCE'))).toBe('these 3 sources:');
    expect(scopeLead(listed('SPACE', 'SPACE'))).toBe('these 2 spaces:');
    expect(scopeLead(listed('SOURCE', 'WAREHOUSE'))).toBe('these 2 resources:');
  });
});
