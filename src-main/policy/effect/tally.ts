import { cellBits } from '../matrix/cell';

/** How many cells a draft changes, by what happens to them. One cell can count in several. */
export interface EffectCounts {
  /** All changed cells. */
  cells: number;
  /** From none to read or admin, for certain. */
  gained: number;
  /** From read or admin to none. */
  lost: number;
  /** From read to admin. */
  raised: number;
  /** From admin to read. */
  lowered: number;
  piiGained: number;
  piiLost: number;
  /** Where what might be (`atMost`, possible PII) or what is undisputed changes, and nothing certain does. */
  onlyDoubt: number;
}

/** No changed cell. */
export function noEffect(): EffectCounts {
  return { cells: 0, gained: 0, lost: 0, raised: 0, lowered: 0, piiGained: 0, piiLost: 0, onlyDoubt: 0 };
}

/** Counts a cell that so many members have alike. */
export function tally(counts: EffectCounts, before: number, after: number, times: number): void {
  if (before === after) return;
  counts.cells += times;
  const certain = cellBits.atLeast | cellBits.pii;
  if ((before & certain) === (after & certain)) counts.onlyDoubt += times;
  const from = before & cellBits.atLeast;
  const to = after & cellBits.atLeast;
  if (from === 0 && to !== 0) counts.gained += times;
  else if (from !== 0 && to === 0) counts.lost += times;
  else if (from < to) counts.raised += times;
  else if (from > to) counts.lowered += times;
  if ((before & cellBits.pii) < (after & cellBits.pii)) counts.piiGained += times;
  if ((before & cellBits.pii) > (after & cellBits.pii)) counts.piiLost += times;
}
