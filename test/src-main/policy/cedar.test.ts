import { describe, expect, it } from 'vitest';
import { ACTIONS } from '../../cedar/actions';
import { type CedarComparison, compareWithCedar } from '../../cedar/compare';

/** Asked once for all tests of this file. */
let asked: CedarComparison | undefined;
function seen(): CedarComparison {
  asked ??= compareWithCedar(20_261_124, 2_000);
  return asked;
}

describe('the engine and Cedar, to which workspaces are translated', () => {
  it('R2, R3, R4, R5, R6, R8, R12, R13, R14, R16, R22: agree on 2,000 questions', () => {
    expect(seen().disagreements.slice(0, 1)).toEqual([]);
    expect(seen().questions).toBe(2_000);
  }, 60_000);

  it('R11, R22, R23: the questions are of every action, and their answers of every kind', () => {
    const { answers, ambiguous, asked: actions, worlds } = seen();
    expect(ACTIONS.filter((action) => !actions.has(action))).toEqual([]);
    expect(Math.min(answers.allowed, answers.denied, answers.unknown)).toBeGreaterThan(150);
    expect(ambiguous).toBeGreaterThan(20);
    expect(worlds).toBeGreaterThanOrEqual(20);
  }, 60_000);
});
