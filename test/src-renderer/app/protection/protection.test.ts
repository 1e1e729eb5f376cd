import { describe, expect, it } from 'vitest';
import {
  choiceOf,
  passphraseProblem,
  proposedProtection,
  strengthWords,
} from '../../../../src-renderer/app/protection/protection';

const draft = { protection: 'passphrase', passphrase: 'eight888', repeated: 'eight888' } as const;

describe('where data is kept', () => {
  it('is proposed to be the keyring only where it encrypts', () => {
    expect(proposedProtection({ keyring: true }).protection).toBe('keyring');
    expect(proposedProtection({ keyring: false }).protection).toBe('memory');
  });

  it('needs a passphrase of 8 characters, twice the same', () => {
    expect(passphraseProblem(draft)).toBeNull();
    expect(passphraseProblem({ ...draft, passphrase: 'seven77' })).toMatchObject({ field: 'passphrase' });
    expect(passphraseProblem({ ...draft, repeated: 'eight889' })).toMatchObject({ field: 'repeated' });
    expect(passphraseProblem({ ...draft, protection: 'memory', passphrase: '' })).toBeNull();
  });

  it('sends a passphrase only when it was chosen', () => {
    expect(choiceOf({ ...draft, protection: 'keyring' })).toEqual({ protection: 'keyring' });
    expect(choiceOf(draft)).toEqual({ protection: 'passphrase', passphrase: 'eight888' });
  });

  it('counts characters as people do', () => {
    expect(strengthWords('🔑'.repeat(7))).toBe('1 more character at least.');
    expect(
      passphraseProblem({ ...draft, passphrase: '🔑'.repeat(4), repeated: '🔑'.repeat(4) }),
    ).not.toBeNull();
  });
});
