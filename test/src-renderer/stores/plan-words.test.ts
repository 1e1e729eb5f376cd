import { describe, expect, it } from 'vitest';
import { knownHipaa, knownPlan } from '../../../src-renderer/stores/plan-words';
import { summary, workspaceKey } from '../../fixtures/workspace-view';

const key = workspaceKey(1);
const by = 'ada@northwind.example';
const at = '2026-11-20T08:00:00.000Z';

describe('plan and HIPAA eligibility', () => {
  it('come from what was read, over any statement', () => {
    const stated = { key, by, at, statement: { subject: 'plan', value: 'free' } } as const;
    expect(knownPlan(summary(), [stated])).toEqual({ kind: 'read', value: 'business' });
    expect(knownHipaa(summary(), [])).toEqual({ kind: 'read', value: false });
  });

  it('are a statement, dated and signed, where they cannot be read', () => {
    const snapshot = summary({ plan: null, hipaaEligible: null });
    expect(knownPlan(snapshot, [{ key, by, at, statement: { subject: 'plan', value: 'team' } }])).toEqual({
      kind: 'stated',
      value: 'team',
      by,
      at,
    });
    const hipaa = { key, by, at, statement: { subject: 'hipaaEligible', value: false } } as const;
    expect(knownHipaa(snapshot, [hipaa])).toEqual({ kind: 'stated', value: false, by, at });
  });

  it('are unknown with the reason of the snapshot otherwise', () => {
    const unknowns = [{ subject: 'plan', reason: 'Segment does not show it.', count: 1 }];
    expect(knownPlan(summary({ plan: null, unknowns }), [])).toEqual({
      kind: 'unknown',
      reason: 'Segment does not show it.',
    });
    expect(knownHipaa(summary({ hipaaEligible: null }), [])).toMatchObject({ kind: 'unknown' });
  });
});
