import { resourceTypes } from '../catalogue/role-rights';
import type { Column } from './columns';
import type { LabelNumbers } from './label-numbers';

/** Whole numbers up to here are exact. */
const EXACT = 2 ** 53;

/** For each label its part of the sort key, keys of few values weighing most; and how many such keys there are. */
function weightsOf(labels: LabelNumbers, most: number): { weight: Float64Array; span: number } {
  const byKey = labels.byKey().sort((one, other) => one.length - other.length);
  const kept: number[][] = [];
  let span = 1;
  for (const values of byKey) {
    if (span * (values.length + 1) > most) break;
    span *= values.length + 1;
    kept.push(values);
  }
  const weight = new Float64Array(labels.size);
  let radix = 1;
  for (const values of kept.reverse()) {
    values.forEach((label, rank) => {
      weight[label] = (rank + 1) * radix;
    });
    radix *= values.length + 1;
  }
  return { weight, span };
}

/**
 * Orders columns by type, then by labels, keys of few values first: neighbours
 * are then reached by the same grants, so that a strip of them holds few
 * different patterns. Sort key (mixed radix) and position are packed into one
 * number, so that plain numbers are sorted, without a comparing function.
 * Labels for which there is no room in 53 bits do not count.
 */
export function columnOrder(columns: readonly Column[], labels: LabelNumbers): Uint32Array {
  const count = Math.max(1, columns.length);
  const { weight, span } = weightsOf(labels, EXACT / (resourceTypes.length * count));
  const rankOf = new Map(resourceTypes.map((type, rank) => [type, rank]));
  const packed = Float64Array.from(columns, ({ type, labels: carried }, position) => {
    let key = 0;
    for (const label of carried ?? []) key += weight[label] ?? 0;
    // Two values of one key could add up to more than there is room for.
    return ((rankOf.get(type) ?? 0) * span + Math.min(key, span - 1)) * count + position;
  });
  packed.sort();
  return Uint32Array.from(packed, (key) => key - Math.floor(key / count) * count);
}
