import { describe, expect, it } from 'vitest';
import { CacheProblem } from '../../../src-renderer/cache/cache-problem';

describe('a problem of the cache', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['DatabaseClosedError', 'closed'],
    ['InvalidStateError', 'closed'],
    ['SomethingElse', 'broken'],
  ])('reads %s as %s', (name, kind) => {
    expect(CacheProblem.from(Object.assign(new Error('x'), { name })).kind).toBe(kind);
  });

  it('finds the cause inside of an aborted transaction', () => {
    const inner = Object.assign(new Error('x'), { name: 'QuotaExceededError' });
    const aborted = Object.assign(new Error('aborted'), { name: 'AbortError', inner });
    expect(CacheProblem.from(aborted).kind).toBe('full');
  });

  it('never repeats the technical text to the admin', () => {
    expect(CacheProblem.from(new Error('secret-id-123')).message).not.toContain('secret-id-123');
  });

  it('takes what is no error at all as broken', () => {
    expect(CacheProblem.from(undefined).kind).toBe('broken');
  });
});
