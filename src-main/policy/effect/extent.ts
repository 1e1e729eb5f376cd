import { ones, PLANE_WORDS } from '../matrix/blocks';
import type { Matrix } from '../matrix/matrix';
import { casesIn } from './cases';
import { changesOfColumn } from './column-changes';
import { changedColumns } from './count-cases';
import type { Parcel } from './parcels';
import type { TouchedColumn } from './touched-columns';

/** How far an effect reaches: distinct members and resources among its changed cells. */
export interface Extent {
  readonly members: number;
  readonly resources: number;
}

/** Adds the changed columns of a parcel to `found`, as bits, and its people with any change to `members`. */
function addParcel(
  matrix: Matrix,
  parcel: Parcel,
  skipped: ReadonlyMap<number, Int32Array>,
  found: Int32Array,
  members: Set<string>,
): void {
  const changing = new Uint8Array(parcel.before.length);
  for (let position = 0; position < matrix.stripCount; position += 1) {
    const cases = casesIn(matrix, parcel, position, parcel.steps(position));
    if (cases === null) continue;
    const changes = new Uint8Array(cases.size);
    for (let number = 0; number < cases.size; number += 1) {
      for (const word of cases.active) {
        const bits = changedColumns(cases, number, word) & ~(skipped.get(position)?.[word] ?? 0);
        if (bits === 0) continue;
        changes[number] = 1;
        const at = position * PLANE_WORDS + word;
        found[at] = (found[at] ?? 0) | bits;
      }
    }
    for (let pair = 0; pair < changing.length; pair += 1) {
      if (changes[cases.ofPair[pair] ?? 0] === 1) changing[pair] = 1;
    }
  }
  for (const [memberId, pair] of parcel.who) if (changing[pair] === 1) members.add(memberId);
}

/**
 * The extent of what moved members and touched resources change. People alike are
 * compared once, 32 columns at a time; `skipped`: for each strip its touched columns.
 */
export function extentOf(
  matrix: Matrix,
  parcels: readonly Parcel[],
  columns: readonly TouchedColumn[],
  skipped: ReadonlyMap<number, Int32Array>,
): Extent {
  const found = new Int32Array(matrix.stripCount * PLANE_WORDS);
  const members = new Set<string>();
  for (const parcel of parcels) addParcel(matrix, parcel, skipped, found, members);
  let resources = found.reduce((sum, word) => sum + ones(word), 0);
  for (const column of columns) {
    let changes = false;
    for (const { memberId } of changesOfColumn(matrix, column, parcels)) {
      members.add(memberId);
      changes = true;
    }
    if (changes) resources += 1;
  }
  return { members: members.size, resources };
}
