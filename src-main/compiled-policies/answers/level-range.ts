import type { LevelRange } from '@contract/policy';
import { readCell } from '../../policy/matrix/cell';

/** A cell as the window shows it. */
export function levelRange(cell: number): LevelRange {
  const { atLeast, atMost, undisputed, pii, piiPossible } = readCell(cell);
  return {
    atLeast,
    atMost,
    pii: pii ? 'allowed' : piiPossible ? 'unknown' : 'denied',
    ambiguous: undisputed !== atLeast,
  };
}
