import type { Policy } from '../policy/policy';
import { ColumnSet } from './column-set';
import { Extents } from './extents';

/** For each member the sources whose labels they may change, by the reading that reports more; nobody else is in it. */
export function whoRelabels(policy: Policy): Map<string, ColumnSet> {
  const { world } = policy.matrix;
  const extents = new Extents(world);
  const sources = extents.ofType('SOURCE');
  const ofPower = world.powers.list.map((power, number) => {
    if (power.rights === null || !power.rights.on.SOURCE.has('editLabels')) return null;
    const here = extents.of(number).reported.and(sources);
    return here.isEmpty() ? null : here;
  });
  const ofRow = new Map<number, ColumnSet | null>();
  const found = new Map<string, ColumnSet>();
  for (const [id, member] of world.memberIndex) {
    const row = world.memberRow[member] ?? 0;
    let all = ofRow.get(row);
    if (all === undefined) {
      const sets = [...world.rows.powersOf(row)].flatMap((power) => ofPower[power] ?? []);
      all =
        sets.length === 0 ? null : sets.reduce((one, other) => one.or(other), new ColumnSet(sources.size));
      ofRow.set(row, all);
    }
    if (all !== null) found.set(id, all);
  }
  return found;
}
