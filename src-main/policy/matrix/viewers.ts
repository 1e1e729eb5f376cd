import type { People } from '../reach/who-can';
import { STRIP, STRIP_SHIFT } from './blocks';
import type { Matrix } from './matrix';

/**
 * Everybody who reaches a column. Whoever has a level may view, and only they
 * (R12, R26). The column's bit is taken out of each distinct block once; members
 * then only look up their block, in a list that the matrix keeps for each strip.
 */
export function viewersOf(matrix: Matrix, column: number): People {
  const position = column >>> STRIP_SHIFT;
  const offset = column & (STRIP - 1);
  const certainOf = matrix.blocksOfMembers(position, 0);
  const possibleOf = matrix.blocksOfMembers(position, 1);
  const certain = matrix.strip(position, 0).blocks.reaching(offset);
  const possible = matrix.strip(position, 1).blocks.reaching(offset);
  const ids = matrix.memberIds;
  const allowed: string[] = [];
  const unknown: string[] = [];
  for (let at = 0; at < ids.length; at += 1) {
    if (certain[certainOf[at] ?? 0] === 1) allowed.push(ids[at] ?? '');
    else if (possible[possibleOf[at] ?? 0] === 1) unknown.push(ids[at] ?? '');
  }
  return { allowed, unknown, errors: [] };
}
