import { describe, expect, it } from 'vitest';
import { proveApply } from './model';

const RUNS = 5000;

describe('applying a draft', () => {
  it(`keeps its promises in ${RUNS} random courses`, { timeout: 300_000 }, async () => {
    const seen = await proveApply(RUNS, 20_261_123);
    // The courses are hard enough to mean something.
    expect(seen.runs).toBe(RUNS);
    expect(seen.faults / seen.requests).toBeGreaterThan(0.2);
    expect(seen.commits).toBeGreaterThan(RUNS);
    expect(seen.overwritten).toBeGreaterThan(20);
    expect(seen.starts).toBeGreaterThan(RUNS * 1.5);
    for (const state of ['applied', 'conflict', 'unknown', 'refused', 'skipped']) {
      expect(seen.states.get(state) ?? 0, state).toBeGreaterThan(50);
    }
  });
});
