import type { People } from '../reach/who-can';
import type { Matrix } from './matrix';

/**
 * Everybody who reaches a column, from its strip: a look-up for each member.
 * Whoever has a level may view, and only they (R12, R26).
 */
export function viewersOf(matrix: Matrix, column: number): People {
  const { memberIndex, memberRow } = matrix.world;
  const allowed: string[] = [];
  const unknown: string[] = [];
  for (const [id, index] of memberIndex) {
    const row = memberRow[index] ?? 0;
    if (matrix.levelAt(row, column) !== 0) allowed.push(id);
    else if (matrix.mayReach(row, column)) unknown.push(id);
  }
  return { allowed, unknown, errors: [] };
}
