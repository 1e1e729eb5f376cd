import type { LevelRange, PolicyLevel } from '@contract/policy';

const WORDS: Record<PolicyLevel, string> = { none: 'no access', read: 'read', admin: 'admin' };

/** A level in a word or two: `admin`, `no access`, `read, at most admin`, `unknown, at most read`. */
export function levelWords({ atLeast, atMost }: LevelRange): string {
  if (atLeast === atMost) return WORDS[atLeast];
  return `${atLeast === 'none' ? 'unknown' : WORDS[atLeast]}, at most ${WORDS[atMost]}`;
}

/** Whether PII is seen, in words; `null` where nothing can be reached that has any. */
export function piiWords({ atMost, pii }: LevelRange): string | null {
  if (atMost === 'none') return null;
  switch (pii) {
    case 'allowed':
      return 'sees PII';
    case 'denied':
      return 'PII masked';
    case 'unknown':
      return 'PII unknown';
  }
}
