import { describe, expect, it, vi } from 'vitest';
import { proveCounterproofs } from '../../oracle/proofs/counterproofs';
import { proveDrafts } from '../../oracle/proofs/drafts';
import { proveEveryPair } from '../../oracle/proofs/every-pair';
import type { ProofResult } from '../../oracle/proofs/proof';
import { proveReasons } from '../../oracle/proofs/reasons';
import { proveVerdicts } from '../../oracle/proofs/verdicts';
import { proveWays } from '../../oracle/proofs/ways';
import { CHANGE_KINDS } from '../../oracle/random-changes';

// Many small worlds: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

/** No failure, and each of these tried at least so often. */
function proven({ counts, failures }: ProofResult, least: Record<string, number>): void {
  expect(failures.slice(0, 1)).toEqual([]);
  for (const [what, many] of Object.entries(least))
    expect(counts[what] ?? 0, what).toBeGreaterThanOrEqual(many);
}

describe('proofs on random worlds', () => {
  it('R24: without what it rests on a reason is gone, and without all of them the answer', () => {
    proven(proveReasons(24, 600), {
      'grants taken away': 1_000,
      'memberships taken away': 200,
      'labels taken away': 40,
      'answers left without any reason': 800,
    });
  });

  it('R62: fixes turn the answer, and what near grants lack is lacking', () => {
    proven(proveCounterproofs(62, 600), {
      fixes: 700,
      'near grants, lacking right': 150,
      'near grants, lacking labels': 30,
      'near grants, lacking listing': 15,
    });
  });

  it('R58, R61: effects are the difference of two fresh engines, and inverses lead back', () => {
    const least = Object.fromEntries([...CHANGE_KINDS, 'restore'].map((kind) => [kind, 10]));
    proven(proveDrafts(61, 600), { ...least, effects: 600, inverses: 1_500, 'differing cells': 1_000 });
  });

  it('R38–R43: the oracle judges grants alike, with every plan and none', () => {
    proven(proveVerdicts(38, 600), { accepted: 1_000, refused: 1_000, unknown: 200 });
  });

  it('R59, R60: every way to ask the same thing answers the same', () => {
    proven(proveWays(59, 300), { answers: 30_000, cells: 5_000 });
  });

  it('R22, R26: the oracle agrees about a slice of every pair at size S', () => {
    proven(proveEveryPair(25, false), { pairs: 2_400, allowed: 5_000, denied: 5_000 });
  });
});
