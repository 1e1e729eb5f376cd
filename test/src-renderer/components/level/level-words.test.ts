import { describe, expect, it } from 'vitest';
import { levelWords, piiWords } from '../../../../src-renderer/components/level/level-words';
import { range } from '../../../fixtures/policy-answers';

describe('a level in words', () => {
  it.each([
    ['none', 'none', 'no access'],
    ['read', 'read', 'read'],
    ['admin', 'admin', 'admin'],
    ['none', 'read', 'unknown, at most read'],
    ['none', 'admin', 'unknown, at most admin'],
    ['read', 'admin', 'read, at most admin'],
  ] as const)('from %s to %s is “%s”', (atLeast, atMost, words) => {
    expect(levelWords(range({ atLeast, atMost }))).toBe(words);
  });

  it('speaks of PII where something may be reached', () => {
    expect(piiWords(range({ pii: 'allowed' }))).toBe('sees PII');
    expect(piiWords(range({ pii: 'denied' }))).toBe('PII masked');
    expect(piiWords(range({ pii: 'unknown' }))).toBe('PII unknown');
    expect(piiWords(range({ atLeast: 'none', atMost: 'none' }))).toBeNull();
  });
});
