import type { Action } from '../../policy/catalogue/role-schema';
import { type Decision, decide, type Effect } from '../../policy/decision/decide';
import type { Target } from '../../policy/decision/target';
import { partnersOf, type Things, whatCan, workspaceRights } from '../../policy/reach/what-can';
import { whoCan } from '../../policy/reach/who-can';
import type { ResourceKey } from '../../policy/world/columns';
import type { World } from '../../policy/world/world';

function effectIn<Item>(
  { allowed, unknown }: { allowed: readonly Item[]; unknown: readonly Item[] },
  is: (item: Item) => boolean,
): Effect {
  if (allowed.some(is)) return 'allowed';
  return unknown.some(is) ? 'unknown' : 'denied';
}

function effectAmong(things: Things, key: ResourceKey): Effect {
  return effectIn(things, ({ type, id }) => type === key.type && id === key.id);
}

function whatItReaches(world: World, memberId: string, action: Action, target: Target): Effect {
  switch (target.kind) {
    case 'workspace':
      return effectIn(workspaceRights(world, memberId), (right) => right === action);
    case 'resource':
      return effectAmong(whatCan(world, memberId, action), target);
    case 'pair':
      return effectAmong(partnersOf(world, memberId, target.ends[0]), target.ends[1]);
  }
}

/** One question asked three ways. */
export interface ThreeAnswers {
  readonly decision: Decision;
  /** Where the ways disagree, in words; empty when they agree. */
  readonly disagreement: string;
}

/** Asks: can X do it, does it stand among what X can reach, does X stand among those who can. */
export function askThreeWays(world: World, memberId: string, action: Action, target: Target): ThreeAnswers {
  const decision = decide(world, memberId, action, target);
  const what = whatItReaches(world, memberId, action, target);
  const who = effectIn(whoCan(world, action, target), (id) => id === memberId);
  const agree = decision.effect === what && decision.effect === who;
  return {
    decision,
    disagreement: agree ? '' : `the three ways disagree: can ${decision.effect}, what ${what}, who ${who}`,
  };
}
