import type { Change } from '@contract/changes';
import { describe, expect, it } from 'vitest';
import { findAll } from '../../../src-main/findings/find';
import { readFacts } from '../../../src-main/lists/relations/facts';
import { actionTargets } from '../../../src-main/policy/catalogue/action-targets';
import { actionSchema } from '../../../src-main/policy/catalogue/role-schema';
import { apply } from '../../../src-main/policy/changes/apply';
import { resourceTarget, theWorkspace } from '../../../src-main/policy/decision/target';
import { compile, type Policy } from '../../../src-main/policy/policy';
import { randomWorld } from '../policy/random-world';

const RANK = { denied: 0, unknown: 1, allowed: 2 } as const;
const LEVEL = { none: 0, read: 1, admin: 2 } as const;

/** Everything that can be asked of one resource or of the workspace, by everybody. */
function* questions(policy: Policy) {
  const { members, resources } = policy.snapshot;
  for (const { id } of members) {
    for (const action of actionSchema.options) {
      const targets = actionTargets[action];
      if (targets === 'pair') continue;
      if (targets === 'workspace') yield { id, action, target: theWorkspace };
      else {
        for (const each of resources) {
          if (targets.includes(each.type)) yield { id, action, target: resourceTarget(each) };
        }
      }
    }
  }
}

describe('grants wholly covered by others', () => {
  it('can all be taken away together, and nobody can do less or is less certain to', () => {
    let taken = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const before = compile(randomWorld(seed));
      const findings = findAll(before, readFacts(before.snapshot)).of('coveredByOthers');
      const changes = findings.flatMap(({ fix }): Change[] => (fix === null ? [] : [fix]));
      expect(changes).toHaveLength(findings.length);
      if (changes.length === 0) continue;
      let { snapshot } = before;
      for (const change of changes) {
        const applied = apply(snapshot, change);
        if (applied.kind === 'impossible') throw new Error(applied.reason);
        snapshot = applied.snapshot;
        taken += 1;
      }
      const after = compile(snapshot);
      for (const { id, action, target } of questions(before)) {
        const one = before.check(id, action, target);
        const other = after.check(id, action, target);
        if (RANK[other] < RANK[one]) {
          expect({ seed, id, action, target, effect: other }).toEqual({
            seed,
            id,
            action,
            target,
            effect: one,
          });
        }
      }
      for (const { id } of before.snapshot.members) {
        for (const resource of before.snapshot.resources) {
          const one = before.level(id, resource);
          const other = after.level(id, resource);
          for (const part of ['atLeast', 'atMost', 'undisputed'] as const) {
            expect(LEVEL[other[part]]).toBeGreaterThanOrEqual(LEVEL[one[part]]);
          }
        }
      }
    }
    expect(taken).toBeGreaterThan(50);
  });
});
