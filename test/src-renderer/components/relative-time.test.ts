import { describe, expect, it } from 'vitest';
import { relativeTime, timeOfDay } from '../../../src-renderer/components/relative-time';

const now = new Date(2026, 10, 23, 14, 0, 0).getTime();
const MIN = 60_000;

describe('a time as its age', () => {
  it.each([
    [0, 'just now'],
    [59_000, 'just now'],
    [3 * MIN, '3 min ago'],
    [59.9 * MIN, '59 min ago'],
    [2 * 60 * MIN, '2 h ago'],
    [26 * 60 * MIN, '1 d ago'],
    [6 * 24 * 60 * MIN, '6 d ago'],
    [20 * 24 * 60 * MIN, '3 Nov'],
    [400 * 24 * 60 * MIN, '19 Oct 2025'],
    [-5 * MIN, 'in 5 min'],
    [-30_000, 'just now'],
  ])('%i ms ago: %s', (ago, words) => {
    expect(relativeTime(now - ago, now)).toBe(words);
  });

  it('has the date in a sentence when it was another day', () => {
    expect(timeOfDay(new Date(2026, 10, 23, 9, 5).getTime(), now)).toBe('09:05');
    expect(timeOfDay(new Date(2026, 10, 22, 9, 5).getTime(), now)).toBe('09:05 on 22 Nov 2026');
  });
});
