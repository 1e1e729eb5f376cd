import { unreadError } from '../decision/question';
import type { People } from '../reach/who-can';
import { STRIP, STRIP_SHIFT } from './blocks';
import type { Matrix } from './matrix';
import type { Strip } from './strip';

/**
 * The ids of those whose block has its bit set. Each id is written and the place
 * moves on only by the bit: no branch, which the processor would guess wrong for
 * every third member. The last place is for those who come after the last one.
 */
function pick(
  ids: readonly string[],
  blocks: Uint16Array | Uint32Array,
  bits: Uint8Array,
  count: number,
): string[] {
  const found = new Array<string>(count + 1);
  let place = 0;
  for (let at = 0; at < blocks.length; at += 1) {
    found[place] = ids[at] ?? '';
    place += bits[blocks[at] ?? 0] ?? 0;
  }
  found.length = count;
  return found;
}

/** How many people there are in the blocks whose bit is set. */
function countIn(people: Uint32Array, bits: Uint8Array): number {
  let count = 0;
  for (let block = 0; block < bits.length; block += 1) count += (bits[block] ?? 0) * (people[block] ?? 0);
  return count;
}

/** Those who reach perhaps, and not for certain. */
function pickUnknown(matrix: Matrix, certain: Strip, possible: Strip, offset: number): string[] {
  const surely = certain.reaching(offset);
  const perhaps = possible.reaching(offset);
  const { blocks } = matrix.blocksOfMembers(certain);
  const { blocks: more } = matrix.blocksOfMembers(possible);
  return matrix.memberIds.filter((_, at) => surely[blocks[at] ?? 0] === 0 && perhaps[more[at] ?? 0] === 1);
}

/**
 * Everybody who reaches a column. Whoever has a level may view, and only they
 * (R12, R26). The column's bit is taken out of each distinct block once; members
 * then only look up their block, in a list that the matrix keeps for each strip.
 */
export function viewersOf(matrix: Matrix, column: number): People {
  const position = column >>> STRIP_SHIFT;
  const offset = column & (STRIP - 1);
  const certain = matrix.strips.strip(position, 0);
  const possible = matrix.strips.strip(position, 1);
  const { blocks, people } = matrix.blocksOfMembers(certain);
  const bits = certain.reaching(offset);
  return {
    allowed: pick(matrix.memberIds, blocks, bits, countIn(people, bits)),
    unknown: certain === possible ? [] : pickUnknown(matrix, certain, possible, offset),
    errors: unreadError(matrix.world, 'members'),
  };
}
