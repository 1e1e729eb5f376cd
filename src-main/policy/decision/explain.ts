import type { Action } from '../catalogue/role-schema';
import type { World } from '../world/world';
import { type Decision, decide, type Reason } from './decide';
import { levelCode } from './level';
import type { Target } from './target';

/** A reason, and whether it is the one that decides its part of the question. */
export interface ExplainedReason extends Reason {
  readonly deciding: boolean;
}

/** A decision whose deciding reasons are marked: one for each part of the question. */
export interface Explanation extends Decision {
  readonly reasons: readonly ExplainedReason[];
}

const SCOPE_ORDER = ['all', 'labels', 'list', 'unknown'];

/** Compared part by part: certain first, then the higher level, then direct, then the wider scope. */
function rank(world: World, { path, readings, doubt }: Reason): number[] {
  const certainty = doubt !== null ? 2 : readings.length > 0 ? 1 : 0;
  if (path.kind === 'unread') return [certainty, 0, 2, 0];
  const level = world.powers.rightsOfGrant(path.grant)?.role.level ?? 'none';
  const holder = path.holder.kind === 'member' ? 0 : 1;
  return [certainty, -levelCode[level], holder, SCOPE_ORDER.indexOf(path.grant.scope.kind)];
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const place = one.findIndex((part, position) => part !== other[position]);
  return place >= 0 && (one[place] ?? 0) < (other[place] ?? 0);
}

/** Decides, and marks the deciding reason of each part. */
export function explain(world: World, memberId: string, action: Action, target: Target): Explanation {
  const decision = decide(world, memberId, action, target);
  const best = new Map<string, { reason: Reason; rank: number[] }>();
  for (const reason of decision.reasons) {
    const ranked = { reason, rank: rank(world, reason) };
    const present = best.get(reason.leg);
    if (present === undefined || isBefore(ranked.rank, present.rank)) best.set(reason.leg, ranked);
  }
  const reasons = decision.reasons.map((reason) => ({
    ...reason,
    deciding: best.get(reason.leg)?.reason === reason,
  }));
  return { ...decision, reasons };
}
