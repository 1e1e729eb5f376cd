import { describe, expect, it } from 'vitest';
import { reachParts, reachToCopy, reachWords } from '../../../../src-renderer/components/reach/reach-words';
import { reach } from '../../../fixtures/policy-answers';

const telling = { lead: 'reaches', one: 'resource', many: 'resources', of: 212 };

describe('a reach in words', () => {
  it('says how many of how many, and what they are made of', () => {
    expect(reachWords(reach(), telling)).toBe('reaches 38 of 212 resources: 12 admin, 26 read, 3 unknown');
  });

  it('leaves out what is nothing, but never the unknown', () => {
    const none = reach({ admin: 0, read: 0, unknown: 0 });
    expect(reachParts(none)).toEqual([]);
    expect(reachParts({ ...none, unknown: 1 })).toEqual(['1 unknown']);
    expect(reachWords(none, telling)).toBe('reaches none of 212 resources');
    expect(reachWords(none, { ...telling, of: null })).toBe('reaches no resources');
  });

  it('minds one and many', () => {
    const one = reach({ admin: 1, read: 0, unknown: 0 });
    expect(reachWords(one, { ...telling, of: 1 })).toBe('reaches 1 of 1 resource: 1 admin');
    expect(reachWords(one, { ...telling, of: null })).toBe('reaches 1 resource: 1 admin');
  });

  it('is copied as a number, with the unknown beside it', () => {
    expect(reachToCopy(reach({ unknown: 0 }))).toBe('38');
    expect(reachToCopy(reach())).toBe('38 + 3 unknown');
    expect(reachToCopy(null)).toBe('unknown');
  });
});
