import { codeOfPower } from '../decision/level';
import type { Column } from '../world/columns';
import { CERTAIN, CONTESTED, coverageOf, NOTHING, type Power } from '../world/powers';
import type { World } from '../world/world';
import { cellBits, type PiiOfRow } from './cell';

function codeOn(power: Power, column: Column): number {
  const coverage = coverageOf(power, column);
  if (coverage === NOTHING) return 0;
  const level = codeOfPower(power);
  return (coverage >= CONTESTED ? level : 0) | (level << 2) | (coverage === CERTAIN ? level << 4 : 0);
}

/**
 * The cells of one resource, for every row: once for each power, then for each
 * bundle, then for each row from its parent. `null`: a resource that is not there.
 */
export function cellsOfColumn(
  { powers, rows }: Pick<World, 'powers' | 'rows'>,
  column: Column | null,
  piiOfRow: (row: number) => PiiOfRow,
): Uint8Array {
  const ofRow = new Uint8Array(rows.size);
  if (column === null) return ofRow;
  const ofPower = Uint8Array.from(powers.list, (power) => codeOn(power, column));
  const ofBundle = new Uint8Array(rows.bundles.length);
  for (let bundle = 1; bundle < ofBundle.length; bundle += 1) {
    let code = 0;
    for (const power of rows.bundles[bundle] ?? []) code |= ofPower[power] ?? 0;
    ofBundle[bundle] = code;
  }
  const { parent, bundle } = rows;
  for (let row = 1; row < ofRow.length; row += 1) {
    ofRow[row] = (ofRow[parent[row] ?? 0] ?? 0) | (ofBundle[bundle[row] ?? 0] ?? 0);
  }
  for (let row = 1; row < rows.size; row += 1) {
    const code = ofRow[row] ?? 0;
    if (code === 0) continue;
    const pii = piiOfRow(row);
    if (pii.certain && (code & 1) !== 0) ofRow[row] = (ofRow[row] ?? 0) | cellBits.pii;
    if (pii.possible && (code & 4) !== 0) ofRow[row] = (ofRow[row] ?? 0) | cellBits.piiPossible;
  }
  return ofRow;
}
