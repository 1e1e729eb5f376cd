import type { DropVerdict } from '@contract/drafts';
import { describe, expect, it } from 'vitest';
import {
  effectShort,
  effectTone,
  effectWords,
  isDroppable,
  verdictSentence,
} from '../../../src-renderer/drag/verdict-words';

type Effect = NonNullable<DropVerdict['effect']>;

function effect(counts: Partial<Effect['counts']>, members = 12, resources = 38): Effect {
  return {
    counts: {
      cells: 0,
      gained: 0,
      lost: 0,
      raised: 0,
      lowered: 0,
      piiGained: 0,
      piiLost: 0,
      onlyDoubt: 0,
      ...counts,
    },
    members,
    resources,
  };
}

const verdict = (changes: Partial<DropVerdict>): DropVerdict => ({
  changes: [{ kind: 'deleteGroup', groupId: 'g' }],
  words: 'adds a grant',
  kind: 'widens',
  verdict: { verdict: 'accepted', reasons: [] },
  effect: effect({ gained: 5 }),
  ...changes,
});

describe('the size of an effect', () => {
  it.each([
    [effect({ gained: 5 }), 'gain', '+12 members, +38 resources, −0', '+12 · +38'],
    [effect({ raised: 1 }, 1, 1), 'gain', '+1 member, +1 resource, −0', '+1 · +1'],
    [effect({ lost: 5, lowered: 2 }), 'loss', '−12 members, −38 resources, +0', '−12 · −38'],
    [effect({ gained: 1500, lost: 2 }), 'both', '12 members, 38 resources: +1,500 −2', '+1,500 −2'],
    [effect({ piiGained: 3 }), 'gain', '+12 members, +38 resources, −0', '+12 · +38'],
    [effect({}), 'none', 'changes nobody’s access', '±0'],
    [effect({ onlyDoubt: 4 }), 'none', 'only what is unknown changes', '±0'],
    [null, 'unknown', 'effect unknown', '?'],
  ] as const)('%# is said in full and in short', (given, tone, words, short) => {
    expect(effectTone(given)).toBe(tone);
    expect(effectWords(given)).toBe(words);
    expect(effectShort(given)).toBe(short);
  });
});

describe('a verdict', () => {
  it('that is refused cannot be dropped and says why', () => {
    const refused = verdict({ verdict: { verdict: 'refused', reasons: ['Not an owner.'] } });
    expect(isDroppable(refused)).toBe(false);
    expect(verdictSentence(refused)).toBe('Not possible: Not an owner.');
  });

  it('without changes cannot be dropped, but a statement can', () => {
    expect(isDroppable(verdict({ changes: [] }))).toBe(false);
    expect(isDroppable(verdict({ changes: [], kind: 'attestation', effect: null }))).toBe(true);
  });

  it('that nobody can tell may be tried, with a warning', () => {
    const unknown = verdict({ verdict: { verdict: 'unknown', reasons: ['The plan is unknown.'] } });
    expect(isDroppable(unknown)).toBe(true);
    expect(verdictSentence(unknown)).toBe(
      'adds a grant, +12 members, +38 resources, −0. Segment may refuse it. The plan is unknown.',
    );
  });
});
