import type { Snapshot } from '@contract/snapshot';
import { type Action, actionSchema } from '../../src-main/policy/catalogue/role-schema';
import { apply } from '../../src-main/policy/changes/apply';
import type { Reason } from '../../src-main/policy/decision/decide';
import type { Target } from '../../src-main/policy/decision/target';
import { compile, type Policy } from '../../src-main/policy/policy';
import { Random } from '../src-main/policy/random-world';
import { ask, levelsOf, reasonsOf } from './answer';
import { applyNaively } from './changing';
import { type Key, resourceActions, sourceActions, spaceActions, workspaceActions } from './question';
import { anyChange, CHANGE_KINDS } from './random-changes';
import { anyWorld } from './worlds';

/**
 * The oracle and the engine side by side: random questions on random worlds,
 * and again after each of a sequence of random changes that each applied by
 * its own rules.
 */

/** What a comparison saw: how many questions and changes, and each disagreement with its world. */
export type Comparison = {
  questions: number;
  /** How many reasons were the same. */
  reasons: number;
  answers: Record<'allowed' | 'denied' | 'unknown', number>;
  ambiguous: number;
  changes: number;
  /** How often each kind of change was applied. */
  applied: Map<string, number>;
  disagreements: string[];
};

const ANYWHERE = [...new Set([...resourceActions, ...sourceActions, ...spaceActions, ...workspaceActions])];

function randomTargets(random: Random, world: Snapshot): Key[] {
  const key = () =>
    random.chance(0.02)
      ? { type: random.pick(['SOURCE', 'WAREHOUSE', 'SPACE'] as const), id: 'missing' }
      : random.pick(world.resources);
  const kind = random.below(10);
  return kind < 1 ? [] : kind < 2 ? [key(), key()] : [key()];
}

function randomAction(random: Random, targets: Key[]): Action {
  const [first] = targets;
  const fitting =
    first === undefined
      ? workspaceActions
      : targets.length === 2
        ? ['connect']
        : first.type === 'SOURCE'
          ? [...resourceActions, ...sourceActions]
          : first.type === 'SPACE'
            ? [...resourceActions, ...spaceActions]
            : resourceActions;
  return actionSchema.parse(random.pick(random.chance(0.02) ? ANYWHERE : fitting));
}

function targetOf([first, second]: Key[]): Target {
  if (first === undefined) return { kind: 'workspace' };
  const bare = ({ type, id }: Key) => ({ type, id });
  if (second !== undefined) return { kind: 'pair', ends: [bare(first), bare(second)] };
  return { kind: 'resource', ...bare(first) };
}

/** The lists of a snapshot without the order of anything in them. */
function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => JSON.stringify(unordered(item))).sort();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]) => [key, unordered(item)] as const)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function contentOf({ members, groups, invites, labels, resources, unknowns, roles }: Snapshot): string {
  return JSON.stringify(unordered({ members, groups, invites, labels, resources, unknowns, roles }));
}

const PART: Record<Reason['leg'], number> = {
  resource: 0,
  workspace: 0,
  first: 0,
  space: 0,
  pii: 1,
  second: 1,
  source: 1,
};

/** A reason of the engine in the words of the oracle. */
function reasonText({ leg, path, readings, doubt }: Reason): string {
  const kind = doubt !== null ? 'possible' : readings.length > 0 ? 'contested' : 'certain';
  if (path.kind === 'grant')
    return `${PART[leg]} ${path.holder.kind} ${path.holder.id} ${path.position} ${kind}`;
  const holder = { memberGrants: `member ${path.id}`, groupGrants: `group ${path.id}`, groups: 'groups' };
  return `${PART[leg]} ${holder[path.subject]} unread ${kind}`;
}

function compareAnswer(policy: Policy, world: Snapshot, random: Random, seen: Comparison): void {
  const memberId = random.chance(0.02) ? 'nobody' : random.pick([...world.members, { id: 'nobody' }]).id;
  const targets = randomTargets(random, world);
  const action = randomAction(random, targets);
  const naive = ask(world, memberId, action, targets);
  const decision = policy.decide(memberId, action, targetOf(targets));
  const checked = policy.check(memberId, action, targetOf(targets));
  const engine = {
    kind: decision.effect,
    ambiguous:
      decision.ambiguous === undefined
        ? null
        : {
            readings: [...decision.ambiguous.readings].sort(),
            otherwise: decision.ambiguous.otherwise,
          },
    error:
      decision.errors.find(({ kind }) =>
        ['actionDoesNotApply', 'noSuchResource', 'noSuchMember'].includes(kind),
      )?.kind ?? null,
  };
  seen.questions += 1;
  seen.answers[naive.kind] += 1;
  if (naive.ambiguous !== null) seen.ambiguous += 1;
  if (JSON.stringify(naive) !== JSON.stringify(engine) || checked !== naive.kind) {
    const question = { memberId, action, targets: targets.map(({ type, id }) => `${type}:${id}`) };
    seen.disagreements.push(JSON.stringify({ question, naive, engine, checked, world }));
  }
  const reasons = reasonsOf(world, memberId, action, targets, naive.kind);
  const engineReasons = decision.reasons.map(reasonText);
  if (reasons !== null && JSON.stringify(reasons.sort()) !== JSON.stringify([...engineReasons].sort())) {
    const question = { memberId, action, targets: targets.map(({ type, id }) => `${type}:${id}`) };
    seen.disagreements.push(JSON.stringify({ question, reasons, engineReasons, world }));
  }
  seen.reasons += reasons?.length ?? 0;
  const [first] = targets;
  const resource = world.resources.find(({ type, id }) => type === first?.type && id === first.id);
  if (resource === undefined || !world.members.some(({ id }) => id === memberId)) return;
  const { atLeast, atMost, undisputed } = policy.level(memberId, resource);
  const levels = levelsOf(world, memberId, resource);
  if (JSON.stringify({ atLeast, atMost, undisputed }) !== JSON.stringify(levels)) {
    const levelOf = { memberId, resource: `${resource.type}:${resource.id}` };
    seen.disagreements.push(
      JSON.stringify({ levelOf, naive: levels, engine: { atLeast, atMost, undisputed }, world }),
    );
  }
}

/** The world after one random change, or as it was when the change makes no sense to both. */
function compareChange(world: Snapshot, random: Random, seen: Comparison): Snapshot {
  const change = anyChange(random, world, random.pick(CHANGE_KINDS), 10 + seen.changes);
  const naive = applyNaively(world, change);
  const engine = apply(world, change);
  seen.changes += 1;
  const after = engine.kind === 'applied' ? engine.snapshot : null;
  if ((naive === null ? null : contentOf(naive)) !== (after === null ? null : contentOf(after))) {
    const reason = engine.kind === 'impossible' ? engine.reason : 'applied';
    seen.disagreements.push(JSON.stringify({ change, naive: naive !== null, reason, world }));
    return world;
  }
  if (naive === null || after === null) return world;
  seen.applied.set(change.kind, (seen.applied.get(change.kind) ?? 0) + 1);
  return after;
}

/** Asks at least so many questions, `changes` times on each world after one more change. */
export function compareEngines(seed: number, questions: number, onWorld = 100, changes = 4): Comparison {
  const random = new Random(seed);
  const seen: Comparison = {
    questions: 0,
    reasons: 0,
    answers: { allowed: 0, denied: 0, unknown: 0 },
    ambiguous: 0,
    changes: 0,
    applied: new Map(),
    disagreements: [],
  };
  while (seen.questions < questions) {
    let world = anyWorld(random);
    for (let step = 0; step <= changes; step += 1) {
      const policy = compile(world);
      for (let asked = 0; asked < onWorld; asked += 1) compareAnswer(policy, world, random, seen);
      world = compareChange(world, random, seen);
    }
  }
  return seen;
}
