import type { Holder } from '@contract/changes';
import { mayGrant } from '../../../src-main/policy/granting/judge-change';
import { Random } from '../../src-main/policy/random-world';
import { judgeGrant } from '../granting';
import { anyGrant, anyWorld } from '../worlds';
import { count, fail, nothingYet, type ProofResult } from './proof';

/** That the engine and the oracle agree on what may be granted, on every plan and on none that can be seen. */
export function proveVerdicts(seed: number, worlds: number): ProofResult {
  const random = new Random(seed);
  const result = nothingYet();
  for (let number = 0; number < worlds; number += 1) {
    const drawn = anyWorld(random);
    const plan = random.pick(['free', 'team', 'business', 'business', null] as const);
    const world = {
      ...drawn,
      labels: drawn.labels.filter(() => random.chance(0.9)),
      beyondApi: { ...drawn.beyondApi, plan },
    };
    count(result, 'worlds');
    const holders = [
      ...world.members.map(({ id, grants }) => ({ kind: 'member' as const, id, grants })),
      ...world.groups.map(({ id, grants }) => ({ kind: 'group' as const, id, grants })),
    ];
    for (const { kind, id, grants } of holders) {
      for (let tried = 0; tried < 3; tried += 1) {
        const holder: Holder = { kind, id };
        const grant = random.pick([anyGrant(random), anyGrant(random), ...(grants ?? [])]);
        const engine = mayGrant(world, holder, grant);
        const judged = judgeGrant(world, grant, grants ?? []);
        // Grants that could not be read cannot be added to: open at best.
        const wanted = grants === null && judged === 'accepted' ? 'unknown' : judged;
        count(result, wanted);
        if (engine.verdict !== wanted || (wanted === 'accepted') !== (engine.reasons.length === 0)) {
          fail(result, 'a verdict', { holder, grant, wanted, engine, world });
        }
      }
    }
  }
  return result;
}
