import { policySchemas } from '@contract/policy';
import { describe, expect, it } from 'vitest';
import { answerGrantOpens } from '../../../../src-main/compiled-policies/answers/grant-opens';
import { holdPolicy } from '../../../../src-main/compiled-policies/held-policy';
import { apply } from '../../../../src-main/policy/changes/apply';
import { compile } from '../../../../src-main/policy/policy';
import { randomWorld } from '../../policy/random-world';

const KEY = '11111111-1111-4111-8111-111111111111';

describe('what a grant opens', () => {
  it('is what somebody reaches who holds it alone, and only it what is lost without it', () => {
    let asked = 0;
    for (let seed = 1; seed <= 60; seed += 1) {
      const held = holdPolicy(randomWorld(seed));
      const { snapshot } = held.policy;
      for (const kind of ['member', 'group'] as const) {
        for (const { id, grants } of kind === 'member' ? snapshot.members : snapshot.groups) {
          for (const grant of grants ?? []) {
            const holder = { kind, id };
            const answer = policySchemas['policy.grantOpens'].output.parse(
              answerGrantOpens(held, { key: KEY, holder, grant, offset: 0, limit: 500 }),
            );
            const alone = compile({
              ...snapshot,
              members: [{ id: 'alone', name: '', email: 'alone@example.com', grants: [grant] }],
              groups: [],
              unknowns: snapshot.unknowns.filter(
                ({ subject }) => subject !== 'groups' && subject !== 'members',
              ),
            });
            for (const resource of snapshot.resources) {
              const { atLeast, atMost } = alone.level('alone', resource);
              const row = answer.rows.find(
                (each) => each.resource.subject.id === `${resource.type}:${resource.id}`,
              );
              expect([row?.level.atLeast ?? 'none', row?.level.atMost ?? 'none']).toEqual([atLeast, atMost]);
            }
            const without = apply(snapshot, { kind: 'removeGrant', holder, grant });
            if (without.kind === 'impossible') throw new Error(without.reason);
            const after = compile(without.snapshot);
            let lost = 0;
            for (const member of snapshot.members) {
              for (const resource of snapshot.resources) {
                const before = held.policy.level(member.id, resource).atLeast;
                if (before !== 'none' && after.level(member.id, resource).atLeast === 'none') lost += 1;
              }
            }
            expect(answer.only?.counts.lost).toBe(lost);
            asked += 1;
          }
        }
      }
    }
    expect(asked).toBeGreaterThan(200);
  });
});
