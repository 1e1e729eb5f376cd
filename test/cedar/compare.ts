import type { Snapshot } from '@contract/snapshot';
import type { Target } from '../../src-main/policy/decision/target';
import { compile, type Policy } from '../../src-main/policy/policy';
import { anyWorld } from '../oracle/worlds';
import { Random } from '../src-main/policy/random-world';
import { ACTIONS, type ActionName, actionsOn, type Key } from './actions';
import { TranslatedWorkspace } from './translated-workspace';

/** What a comparison of the engine with Cedar saw. */
export interface CedarComparison {
  questions: number;
  worlds: number;
  answers: { allowed: number; denied: number; unknown: number };
  ambiguous: number;
  /** How often each action was asked. */
  asked: Map<ActionName, number>;
  /** Each with the question, both answers and the world, as JSON. */
  disagreements: string[];
}

const QUESTIONS_OF_A_WORLD = 100;

function anyTargets(random: Random, { resources }: Snapshot): Key[] {
  const kind = random.next();
  if (kind < 0.2) return [];
  const count = kind < 0.3 ? 2 : 1;
  return Array.from({ length: count }, (): Key => {
    if (random.chance(0.02))
      return { type: random.pick(['SOURCE', 'FUNCTION', 'TRACKING_PLAN']), id: 'gone' };
    const { type, id } = random.pick(resources);
    return { type, id };
  });
}

function targetOf([first, second]: readonly Key[]): Target {
  if (first === undefined) return { kind: 'workspace' };
  return second === undefined ? { kind: 'resource', ...first } : { kind: 'pair', ends: [first, second] };
}

function askBoth(
  policy: Policy,
  translated: TranslatedWorkspace,
  random: Random,
  seen: CedarComparison,
): void {
  const { workspace } = translated;
  const memberId = random.chance(0.02) ? 'nobody' : random.pick(workspace.members).id;
  const targets = anyTargets(random, workspace);
  const action = random.pick(random.chance(0.03) ? ACTIONS : actionsOn(targets));
  const cedar = translated.ask(memberId, action, targets);
  const { effect, ambiguous } = policy.decide(memberId, action, targetOf(targets));
  const otherwise = ambiguous?.otherwise ?? null;
  seen.questions += 1;
  seen.answers[cedar.effect] += 1;
  seen.asked.set(action, (seen.asked.get(action) ?? 0) + 1);
  if (cedar.otherwise !== null) seen.ambiguous += 1;
  if (effect === cedar.effect && otherwise === cedar.otherwise) return;
  seen.disagreements.push(
    JSON.stringify({ memberId, action, targets, cedar, engine: { effect, otherwise }, workspace }),
  );
}

/** Asks the engine and Cedar at least so many questions on random workspaces, blind spots included. */
export function compareWithCedar(seed: number, questions: number): CedarComparison {
  const random = new Random(seed);
  const seen: CedarComparison = {
    questions: 0,
    worlds: 0,
    answers: { allowed: 0, denied: 0, unknown: 0 },
    ambiguous: 0,
    asked: new Map(),
    disagreements: [],
  };
  while (seen.questions < questions) {
    const world = anyWorld(random);
    const policy = compile(world);
    const translated = new TranslatedWorkspace(world);
    seen.worlds += 1;
    const most = Math.min(QUESTIONS_OF_A_WORLD, questions - seen.questions);
    for (let asked = 0; asked < most; asked += 1) askBoth(policy, translated, random, seen);
  }
  return seen;
}
