import { type Action, actionSchema } from '../../../src-main/policy/catalogue/role-schema';
import { resourceTarget } from '../../../src-main/policy/decision/target';
import { compile } from '../../../src-main/policy/policy';
import { buildWorkload, SIZES } from '../../bench/workload';
import { ask, levelsOf } from '../answer';
import { applies } from '../question';
import { count, fail, nothingYet, type ProofResult } from './proof';

/**
 * Every member with every resource of the workload at size S, by the engine and by the oracle:
 * each action that applies, and the level. `every`: only each so-many-th member.
 */
export function proveEveryPair(every: number, hard: boolean): ProofResult {
  const result = nothingYet();
  const world = buildWorkload(SIZES.S, hard);
  const policy = compile(world);
  const actionsOf = new Map<string, Action[]>();
  for (const { type, id } of world.resources) {
    actionsOf.set(
      type,
      actionSchema.options.filter((action) => applies(action, [{ type, id }])),
    );
  }
  world.members.forEach(({ id }, position) => {
    if (position % every !== 0) return;
    for (const resource of world.resources) {
      const key = { type: resource.type, id: resource.id };
      count(result, 'pairs');
      const { atLeast, atMost, undisputed } = policy.level(id, key);
      const levels = levelsOf(world, id, resource);
      if (levels.atLeast !== atLeast || levels.atMost !== atMost || levels.undisputed !== undisputed) {
        fail(result, 'a level', { id, key, levels, engine: { atLeast, atMost, undisputed } });
      }
      for (const action of actionsOf.get(resource.type) ?? []) {
        const naive = ask(world, id, action, [key]);
        const decision = policy.decide(id, action, resourceTarget(key));
        const checked = policy.check(id, action, resourceTarget(key));
        count(result, 'questions');
        count(result, naive.kind);
        const ambiguous =
          decision.ambiguous === undefined
            ? null
            : { readings: [...decision.ambiguous.readings].sort(), otherwise: decision.ambiguous.otherwise };
        if (
          naive.kind !== decision.effect ||
          naive.kind !== checked ||
          JSON.stringify(naive.ambiguous) !== JSON.stringify(ambiguous)
        ) {
          fail(result, 'an answer', { id, action, key, naive, engine: decision.effect, checked });
        }
      }
    }
  });
  return result;
}
