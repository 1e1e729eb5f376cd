import type { Reading } from '../catalogue/readings';
import type { Action } from '../catalogue/role-schema';
import { CERTAIN, CONTESTED, type Coverage, NOTHING, PERHAPS } from '../world/powers';
import type { World } from '../world/world';
import { type Holding, holdingsOf, type Path } from './holdings';
import type { Leg, LegName } from './legs';
import { ask, type DecisionError, unreadList } from './question';
import type { Target } from './target';

/** `unknown` wherever something that could not be seen might change the answer. */
export type Effect = 'allowed' | 'denied' | 'unknown';

/** One path that carries one leg of the action, or may carry it. */
export interface Reason {
  readonly leg: LegName;
  readonly path: Path;
  /** The contested readings that it rests on; none: by every reading. */
  readonly readings: readonly Reading[];
  /** Why it is not certain; `null` where it is. */
  readonly doubt: string | null;
}

/** The answer to "can this member do this?". */
export interface Decision {
  readonly effect: Effect;
  /** For `allowed` the paths that carry it, for `unknown` those that carry or may carry it, for `denied` none. */
  readonly reasons: readonly Reason[];
  readonly errors: readonly DecisionError[];
  /** Set where the answer hangs on a contested reading: which, and the answer without it. */
  readonly ambiguous?: { readonly readings: readonly Reading[]; readonly otherwise: Effect };
}

/** The effect of the weakest leg. */
export function effectOf(strength: Coverage): Effect {
  if (strength >= CONTESTED) return 'allowed';
  return strength === PERHAPS ? 'unknown' : 'denied';
}

const HIDDEN = 'The labels that decide here cannot be seen.';

function reasonOf(leg: Leg, { path, power: number }: Holding, world: World): Reason {
  const power = world.powers.get(number);
  const certain = leg.strength(power) >= CONTESTED;
  return {
    leg: leg.name,
    path,
    readings: leg.readings(power),
    doubt: certain ? null : (power.doubt ?? HIDDEN),
  };
}

/** The reasons of one leg by strength. */
interface CarriedLeg {
  readonly certain: readonly Reason[];
  readonly contested: readonly Reason[];
  readonly possible: readonly Reason[];
  readonly strength: Coverage;
}

function carry(leg: Leg, holdings: readonly Holding[], world: World): CarriedLeg {
  const found: Record<'certain' | 'contested' | 'possible', Reason[]> = {
    certain: [],
    contested: [],
    possible: [],
  };
  let strongest: Coverage = NOTHING;
  for (const holding of holdings) {
    const strength = leg.strength(world.powers.get(holding.power));
    if (strength === NOTHING) continue;
    if (strength > strongest) strongest = strength;
    const kind = strength === CERTAIN ? 'certain' : strength === CONTESTED ? 'contested' : 'possible';
    found[kind].push(reasonOf(leg, holding, world));
  }
  return { ...found, strength: strongest };
}

function ambiguityOf(legs: readonly CarriedLeg[]): Decision['ambiguous'] {
  const contested = legs.filter(({ strength }) => strength === CONTESTED);
  if (contested.length === 0) return undefined;
  const readings = new Set(contested.flatMap((leg) => leg.contested.flatMap((reason) => reason.readings)));
  const denied = contested.some(({ possible }) => possible.length === 0);
  return { readings: [...readings].sort(), otherwise: denied ? 'denied' : 'unknown' };
}

function combine(legs: readonly CarriedLeg[], errors: readonly DecisionError[]): Decision {
  const weakest = legs.reduce<Coverage>(
    (least, { strength }) => (strength < least ? strength : least),
    CERTAIN,
  );
  const effect = effectOf(weakest);
  switch (effect) {
    case 'denied':
      return { effect, reasons: [], errors };
    case 'unknown':
      return {
        effect,
        reasons: legs.flatMap((leg) =>
          leg.strength === PERHAPS ? leg.possible : [...leg.certain, ...leg.contested],
        ),
        errors,
      };
    case 'allowed': {
      const reasons = legs.flatMap((leg) => [...leg.certain, ...leg.contested]);
      const ambiguous = ambiguityOf(legs);
      return ambiguous === undefined ? { effect, reasons, errors } : { effect, reasons, errors, ambiguous };
    }
  }
}

/** Why somebody who is not a member has no answer of their own. */
function notAMember(world: World, memberId: string): Decision {
  const unread = unreadList(world, 'members');
  if (unread !== undefined) {
    return { effect: 'unknown', reasons: [], errors: [{ kind: 'unreadList', message: unread.reason }] };
  }
  const invited = world.snapshot.invites.some(({ email }) => email === memberId);
  const message = invited
    ? `\`${memberId}\` is invited, and an invite gives nothing until it is accepted`
    : `there is no member \`${memberId}\``;
  return { effect: 'denied', reasons: [], errors: [{ kind: 'noSuchMember', message }] };
}

/** Decides whether a member can do something, with every reason. */
export function decide(world: World, memberId: string, action: Action, target: Target): Decision {
  const question = ask(world, action, target);
  if (question.kind === 'none') return { effect: question.effect, reasons: [], errors: [question.error] };
  if (!world.memberIndex.has(memberId)) return notAMember(world, memberId);
  const holdings = holdingsOf(world, memberId);
  return combine(
    question.legs.map((leg) => carry(leg, holdings, world)),
    question.errors,
  );
}

/** Only the effect, without reasons: for many questions in a row. */
export function check(world: World, memberId: string, action: Action, target: Target): Effect {
  const question = ask(world, action, target);
  if (question.kind === 'none') return question.effect;
  const index = world.memberIndex.get(memberId);
  if (index === undefined) return notAMember(world, memberId).effect;
  const row = world.memberRow[index] ?? 0;
  let weakest: Coverage = CERTAIN;
  for (const leg of question.legs) {
    let strongest: Coverage = NOTHING;
    for (const number of world.rows.powersOf(row)) {
      const strength = leg.strength(world.powers.get(number));
      if (strength > strongest) strongest = strength;
      if (strongest === CERTAIN) break;
    }
    if (strongest < weakest) weakest = strongest;
    if (weakest === NOTHING) break;
  }
  return effectOf(weakest);
}
