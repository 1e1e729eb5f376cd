import { describe, expect, it } from 'vitest';
import { knownCount, sumOf } from '../../../src-renderer/stores/known-counts';
import { summary } from '../../fixtures/workspace-view';

const { counts } = summary();
const unread = (subject: string) => ({ subject, reason: `${subject} could not be read.`, count: 1 });

describe('how many there are', () => {
  it('is exact when all lists were read', () => {
    expect(knownCount(summary(), 'resources')).toEqual({ kind: 'exact', count: 304 });
    expect(knownCount(summary({ counts: { ...counts, groups: 0 } }), 'groups')).toEqual({
      kind: 'exact',
      count: 0,
    });
  });

  it('is never 0 for a list that could not be read', () => {
    const snapshot = summary({ counts: { ...counts, groups: 0 }, unknowns: [unread('groups')] });
    expect(knownCount(snapshot, 'groups')).toEqual({ kind: 'unknown', reason: 'groups could not be read.' });
  });

  it('is a lower bound when one of several lists is missing', () => {
    const snapshot = summary({ unknowns: [unread('spaces'), unread('functions'), unread('plan')] });
    expect(knownCount(snapshot, 'resources')).toEqual({
      kind: 'atLeast',
      count: 304,
      reason: 'spaces could not be read. functions could not be read.',
    });
    expect(knownCount(snapshot, 'members')).toEqual({ kind: 'exact', count: 203 });
  });

  it('of tokens is unknown where they cannot be seen, with the reason', () => {
    const snapshot = summary({ counts: { ...counts, tokens: null }, unknowns: [unread('tokens')] });
    expect(knownCount(snapshot, 'tokens')).toEqual({ kind: 'unknown', reason: 'tokens could not be read.' });
  });

  it('adds up to a lower bound when something is unknown', () => {
    const exact = { kind: 'exact', count: 3 } as const;
    expect(sumOf([exact, exact])).toEqual({ count: 6, complete: true });
    expect(sumOf([exact, { kind: 'unknown', reason: '' }])).toEqual({ count: 3, complete: false });
    expect(sumOf([exact, { kind: 'atLeast', count: 4, reason: '' }])).toEqual({ count: 7, complete: false });
  });
});
