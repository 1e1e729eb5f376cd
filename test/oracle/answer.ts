import type { Collection, Resource, ResourceType, Snapshot } from '@contract/snapshot';
import type { Derivation } from './derivation';
import { couldNotRead, holdingsOf } from './holdings';
import { partsOf } from './parts';
import { applies, type Key } from './question';
import { reach } from './reach';

/**
 * The naive answers to every question about one member: loops over grants,
 * straight from SPEC, sharing no code with the engine.
 */

/** An answer; when it is ambiguous, its readings in order and the answer without them (R23). */
export type Answer = {
  kind: 'allowed' | 'denied' | 'unknown';
  ambiguous: { readings: string[]; otherwise: 'unknown' | 'denied' } | null;
  error: 'actionDoesNotApply' | 'noSuchResource' | 'noSuchMember' | null;
};

/** R26: the level on a resource, by the three counts. */
export type Levels = { atLeast: Level; atMost: Level; undisputed: Level };
type Level = 'none' | 'read' | 'admin';

const listOf: Record<ResourceType, Collection> = {
  SOURCE: 'sources',
  DESTINATION: 'destinations',
  WAREHOUSE: 'warehouses',
  SPACE: 'spaces',
  TRACKING_PLAN: 'trackingPlans',
  FUNCTION: 'functions',
};

const unknown: Answer = { kind: 'unknown', ambiguous: null, error: null };

function denied(error: Answer['error']): Answer {
  return { kind: 'denied', ambiguous: null, error };
}

function has(part: Derivation[], ...kinds: Derivation['kind'][]): boolean {
  return part.some((derivation) => kinds.includes(derivation.kind));
}

/** R22 and R23: the answer that the parts of a question add up to. */
function answerOf(parts: Derivation[][]): Answer {
  if (!parts.every((part) => has(part, 'certain', 'contested'))) {
    return parts.every((part) => part.length > 0) ? unknown : denied(null);
  }
  const disputed = parts.filter((part) => !has(part, 'certain'));
  if (disputed.length === 0) return { kind: 'allowed', ambiguous: null, error: null };
  const readings = disputed
    .flat()
    .flatMap((derivation) => (derivation.kind === 'contested' ? derivation.readings : []));
  const otherwise = disputed.every((part) => has(part, 'possible')) ? 'unknown' : 'denied';
  return {
    kind: 'allowed',
    ambiguous: { readings: [...new Set(readings)].sort(), otherwise },
    error: null,
  };
}

function find(snapshot: Snapshot, key: Key): Resource | undefined {
  return snapshot.resources.find((resource) => resource.type === key.type && resource.id === key.id);
}

/**
 * R24: the reasons of an answer, as `part path kind`, in no order; `null` where the parts are
 * not told apart by holding (connecting what is not described).
 */
export function reasonsOf(
  snapshot: Snapshot,
  memberId: string,
  action: string,
  targets: Key[],
  answer: Answer['kind'],
): string[] | null {
  const ends = targets.flatMap((key) => find(snapshot, key) ?? []);
  const isMember = snapshot.members.some(({ id }) => id === memberId);
  if (answer === 'denied' || !isMember || ends.length < targets.length) return [];
  const holdings = holdingsOf(snapshot, memberId);
  const whole = partsOf(snapshot, holdings, action, ends);
  if (targets.length === 2 && whole.length === 1) return null;
  return whole.flatMap((part, number) => {
    const surely = has(part, 'certain', 'contested');
    return holdings.flatMap((holding) => {
      const own = partsOf(snapshot, [holding], action, ends)[number] ?? [];
      const kind = (['certain', 'contested', 'possible'] as const).find((each) => has(own, each));
      return kind === undefined || (kind === 'possible') === surely
        ? []
        : [`${number} ${holding.path} ${kind}`];
    });
  });
}

/** Whether a member may do something to no, one or two resources (R11, R22 to R25). */
export function ask(snapshot: Snapshot, memberId: string, action: string, targets: Key[]): Answer {
  if (!applies(action, targets)) return denied('actionDoesNotApply');
  const missing = targets.filter((key) => find(snapshot, key) === undefined);
  if (missing.some((key) => !couldNotRead(snapshot, listOf[key.type]))) return denied('noSuchResource');
  if (missing.length > 0) return unknown;
  if (!snapshot.members.some((member) => member.id === memberId)) {
    return couldNotRead(snapshot, 'members') ? unknown : denied('noSuchMember');
  }
  const resources = snapshot.resources.filter((resource) =>
    targets.some((key) => key.type === resource.type && key.id === resource.id),
  );
  const [first, second] = resources;
  const ends =
    first !== undefined && second === undefined && targets.length === 2 ? [first, first] : resources;
  return answerOf(partsOf(snapshot, holdingsOf(snapshot, memberId), action, ends));
}

function higher(one: Level, other: Level): Level {
  const order: Level[] = ['none', 'read', 'admin'];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}

/** The level of a member on a resource that is there (R26). */
export function levelsOf(snapshot: Snapshot, memberId: string, resource: Resource): Levels {
  const levels: Levels = { atLeast: 'none', atMost: 'none', undisputed: 'none' };
  for (const holding of holdingsOf(snapshot, memberId)) {
    const reached = reach(snapshot, holding, resource);
    if (reached === undefined) continue;
    const level: Level = holding.kind === 'anything' ? 'admin' : (holding.role?.level ?? 'admin');
    levels.atMost = higher(levels.atMost, level);
    if (reached.kind !== 'possible') levels.atLeast = higher(levels.atLeast, level);
    if (reached.kind === 'certain') levels.undisputed = higher(levels.undisputed, level);
  }
  return levels;
}
