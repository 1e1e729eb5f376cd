import { describe, expect, it } from 'vitest';
import { compareEngines } from '../../oracle/compare';
import { CHANGE_KINDS } from '../../oracle/random-changes';

describe('the oracle and the engine', () => {
  it('R1, R24, R36: agree on 20,000 questions, reasons and levels included, with equal grants twice and after changes', () => {
    const seen = compareEngines(20_261_123, 20_000);
    expect(seen.disagreements.slice(0, 1)).toEqual([]);
    expect(seen.questions).toBeGreaterThanOrEqual(20_000);
    expect(Math.min(seen.answers.allowed, seen.answers.unknown, seen.answers.denied)).toBeGreaterThan(1_000);
    expect(seen.ambiguous).toBeGreaterThan(100);
    expect(seen.reasons).toBeGreaterThan(5_000);
  }, 60_000);

  it('R50–R54: agree on what every kind of change does, in long random sequences', () => {
    const seen = compareEngines(50_54, 6_000, 2, 60);
    expect(seen.disagreements.slice(0, 1)).toEqual([]);
    expect(seen.changes).toBeGreaterThan(2_000);
    expect(CHANGE_KINDS.filter((kind) => (seen.applied.get(kind) ?? 0) < 3)).toEqual([]);
  }, 60_000);
});
