import type { Action } from '../catalogue/role-schema';
import { effectOf } from '../decision/decide';
import type { Leg } from '../decision/legs';
import { ask, type DecisionError, unreadError } from '../decision/question';
import type { Target } from '../decision/target';
import { CERTAIN, type Coverage, NOTHING } from '../world/powers';
import type { World } from '../world/world';

/** Members by id, in the order of the snapshot; among `errors` it says where there may be others (R59). */
export interface People {
  readonly allowed: readonly string[];
  readonly unknown: readonly string[];
  readonly errors: readonly DecisionError[];
}

/**
 * How far each row carries a leg. Once for each power, then for each bundle, then
 * for each row from its parent: nothing is asked twice.
 */
function strengthOfRows({ powers, rows }: World, leg: Leg): Uint8Array {
  const ofPower = powers.list.map((power) => leg.strength(power));
  const ofBundle = Uint8Array.from(rows.bundles, (bundle) => {
    let strongest: Coverage = NOTHING;
    for (const power of bundle) {
      const strength = ofPower[power] ?? NOTHING;
      if (strength > strongest) strongest = strength;
    }
    return strongest;
  });
  const ofRow = new Uint8Array(rows.size);
  for (let row = 1; row < rows.size; row += 1) {
    const inherited = ofRow[rows.parent[row] ?? 0] ?? 0;
    const own = ofBundle[rows.bundle[row] ?? 0] ?? 0;
    ofRow[row] = inherited > own ? inherited : own;
  }
  return ofRow;
}

/** Everybody who can do this, and everybody of whom nobody can tell. */
export function whoCan(world: World, action: Action, target: Target): People {
  const question = ask(world, action, target);
  const { members } = world.snapshot;
  if (question.kind === 'none') {
    const unknown = question.effect === 'unknown' ? members.map(({ id }) => id) : [];
    return { allowed: [], unknown, errors: [question.error, ...unreadError(world, 'members')] };
  }
  const legs = question.legs.map((leg) => strengthOfRows(world, leg));
  const allowed: string[] = [];
  const unknown: string[] = [];
  members.forEach(({ id }, index) => {
    if (world.memberIndex.get(id) !== index) return;
    const row = world.memberRow[index] ?? 0;
    let weakest: number = CERTAIN;
    for (const leg of legs) weakest = Math.min(weakest, leg[row] ?? 0);
    const effect = effectOf(toCoverage(weakest));
    if (effect === 'allowed') allowed.push(id);
    else if (effect === 'unknown') unknown.push(id);
  });
  return { allowed, unknown, errors: [...question.errors, ...unreadError(world, 'members')] };
}

function toCoverage(number: number): Coverage {
  switch (number) {
    case 3:
      return 3;
    case 2:
      return 2;
    case 1:
      return 1;
    default:
      return 0;
  }
}
