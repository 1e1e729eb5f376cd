import type { Change } from '@contract/changes';
import { effectSummarySchema } from '@contract/policy';
import { describe, expect, it } from 'vitest';
import { answerEffect } from '../../../../src-main/compiled-policies/answers/effect';
import { answerEffectSummary } from '../../../../src-main/compiled-policies/answers/effect-summary';
import { holdPolicy } from '../../../../src-main/compiled-policies/held-policy';
import { apply } from '../../../../src-main/policy/changes/apply';
import { resourceTarget, theWorkspace } from '../../../../src-main/policy/decision/target';
import { compile, type Policy } from '../../../../src-main/policy/policy';
import { Random, randomGrant, randomWorld } from '../../policy/random-world';

const KEY = '11111111-1111-4111-8111-111111111111';
const EVERY = { offset: 0, limit: 500 };

function randomChange(random: Random, { members, groups, resources }: Policy['snapshot']): Change | null {
  const member = members[random.below(members.length)];
  const group = groups[random.below(groups.length)];
  const source = resources.find(({ type }) => type === 'SOURCE');
  switch (random.below(4)) {
    case 0:
      return member
        ? { kind: 'addGrant', holder: { kind: 'member', id: member.id }, grant: randomGrant(random) }
        : null;
    case 1:
      return group
        ? { kind: 'addGrant', holder: { kind: 'group', id: group.id }, grant: randomGrant(random) }
        : null;
    case 2:
      return group && member ? { kind: 'addToGroup', groupId: group.id, memberId: member.id } : null;
    default:
      return source
        ? {
            kind: 'addLabel',
            resource: { type: 'SOURCE', id: source.id },
            label: { key: 'env', value: 'prod' },
          }
        : null;
  }
}

/** Whether somebody may change the labels of a source, asked one by one; for certain. */
function relabels(policy: Policy, id: string): number {
  return policy.snapshot.resources.filter(
    (each) => each.type === 'SOURCE' && policy.check(id, 'editLabels', resourceTarget(each)) === 'allowed',
  ).length;
}

describe('the effect in sums', () => {
  it('adds up to the changed cells, by person, by resource and by group, and says who becomes what', () => {
    let cells = 0;
    let calls = 0;
    for (let seed = 1; seed <= 250; seed += 1) {
      const random = new Random(seed * 11);
      const held = holdPolicy(randomWorld(seed));
      const change = randomChange(random, held.policy.snapshot);
      if (change === null) continue;
      const draft = [change];
      const effect = answerEffect(held, { key: KEY, draft, of: null, ...EVERY });
      const ask = (by: 'member' | 'resource' | 'group') =>
        effectSummarySchema.parse(answerEffectSummary(held, { key: KEY, draft, by, ...EVERY }));
      const members = ask('member');
      const resources = ask('resource');
      const groups = ask('group');
      if (effect.kind === 'impossible') {
        expect(members).toMatchObject({ kind: 'impossible', reason: effect.reason });
        continue;
      }
      if (members.kind !== 'summary' || resources.kind !== 'summary' || groups.kind !== 'summary') {
        throw new Error('no summary');
      }
      expect(members.counts).toEqual(effect.counts);
      for (const [summary, of] of [
        [members, 'member'],
        [resources, 'resource'],
      ] as const) {
        const expected = new Map<string, number>();
        for (const row of effect.rows)
          expected.set(row[of].subject.id, (expected.get(row[of].subject.id) ?? 0) + 1);
        expect(
          new Map(summary.rows.map(({ subject, counts }) => [subject.subject.id, counts.cells])),
        ).toEqual(expected);
        expect(summary.of).toBe(summary.rows.length);
        for (const { subject } of summary.rows) {
          const { kind, id } = subject.subject;
          if (kind !== 'member' && kind !== 'resource') throw new Error(kind);
          const some = answerEffect(held, { key: KEY, draft, of: { kind, id }, ...EVERY });
          expect(some.kind === 'effect' ? some.rows.length : 0).toBe(expected.get(id));
        }
      }
      const applied = apply(held.policy.snapshot, change);
      if (applied.kind === 'impossible') throw new Error(applied.reason);
      const after = compile(applied.snapshot);
      for (const { subject, counts } of groups.rows) {
        const ids = [held.policy.snapshot, after.snapshot].flatMap(({ groups: all }) =>
          all.flatMap(({ id, memberIds }) => (id === subject.subject.id ? (memberIds ?? []) : [])),
        );
        const inside = new Set(ids);
        expect(counts.cells).toBe(effect.rows.filter(({ member }) => inside.has(member.subject.id)).length);
      }
      const ids = [
        ...new Set([...held.policy.snapshot.members, ...after.snapshot.members].map(({ id }) => id)),
      ];
      const isOwner = (policy: Policy, id: string) =>
        policy.check(id, 'manageAccess', theWorkspace) === 'allowed';
      const { callOuts } = members;
      expect(callOuts.ownersBecoming.map(({ subject }) => subject.id).sort()).toEqual(
        ids.filter((id) => !isOwner(held.policy, id) && isOwner(after, id)).sort(),
      );
      expect(
        callOuts.relabelBecoming.map(({ member, sources }) => `${member.subject.id} ${sources}`).sort(),
      ).toEqual(
        ids
          .filter((id) => relabels(held.policy, id) === 0 && relabels(after, id) > 0)
          .map((id) => `${id} ${relabels(after, id)}`)
          .sort(),
      );
      cells += effect.rows.length;
      calls += callOuts.relabelBecoming.length + callOuts.ownersBecoming.length;
    }
    expect(cells).toBeGreaterThan(200);
    expect(calls).toBeGreaterThan(10);
  });
});
