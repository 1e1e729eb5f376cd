import type { Snapshot } from '@contract/snapshot';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createdGroup, isReached, isUnmoved } from '../../../src-main/plan/compare-states';
import { makePlan } from '../../../src-main/plan/make-plan';
import { planSchema } from '../../../src-main/plan/plan';
import { draftedSnapshot, replay } from '../../../src-main/plan/replay';
import { withCreatedGroups } from '../../../src-main/plan/requests';
import { grantText } from '../../../src-main/policy/changes/grant-edits';
import { ownershipOf } from '../../../src-main/policy/granting/owners';
import { canonicalJson } from '../../../src-main/snapshot/canonical-json';
import { Random } from '../policy/random-world';
import { NaiveSegment } from './naive-segment';
import { ownedWorld, randomDraft } from './random-draft';

/** Access and everything that decides it, whatever the order; ids of created groups as the draft has them. */
function content(snapshot: Snapshot, draftIds: ReadonlyMap<string, string> = new Map()) {
  const labels = (refs: readonly { key: string; value: string }[] | null) =>
    refs?.map(({ key, value }) => `${key}:${value}`).sort() ?? null;
  return {
    members: snapshot.members.map(({ id, grants }) => [id, grants?.map(grantText).sort() ?? null]).sort(),
    groups: snapshot.groups
      .map(({ id, name, grants, memberIds }) => [
        draftIds.get(id) ?? id,
        name,
        grants?.map(grantText).sort() ?? null,
        memberIds?.toSorted() ?? null,
      ])
      .sort(),
    invites: snapshot.invites.map(({ email }) => email).sort(),
    labels: labels(snapshot.labels),
    resources: snapshot.resources.map((each) => [
      each.type,
      each.id,
      'labels' in each ? labels(each.labels) : null,
    ]),
  };
}

describe('a plan', () => {
  it('carries out exactly what it does not leave out, one write on an unmoved target after the other', () => {
    let steps = 0;
    let left = 0;
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 24 }), (seed, most) => {
        const base = ownedWorld(seed);
        const items = randomDraft(new Random(seed ^ 0x5bd1e995), base, most);
        const plan = makePlan(base, items);
        expect(planSchema.parse(plan)).toEqual(plan);
        const segment = new NaiveSegment(base);
        const planned = items.filter(({ id }) => !plan.leftOut.some(({ item }) => item === id));
        const staysOwned = ownershipOf(draftedSnapshot(base, replay(base, planned))) === 'certain';
        const done = new Set<string>();
        for (const step of plan.steps) {
          expect(step.dependsOn.every((id) => done.has(id))).toBe(true);
          const { before, after } = step.states;
          expect(isUnmoved(before, segment.read(before, step.target)), step.words).toBe(true);
          segment.send(withCreatedGroups(step.request, segment.created));
          const there = segment.read(after, step.target);
          expect(isReached(after, there), step.words).toBe(true);
          if (step.creates !== null) segment.created.set(step.creates, createdGroup(after, there) ?? '');
          if (step.request.body !== null) {
            expect(step.request.body).toBe(canonicalJson(JSON.parse(step.request.body)));
          }
          if (staysOwned) expect(ownershipOf(segment.now)).not.toBe('none');
          done.add(step.id);
        }
        const out = new Set(plan.leftOut.map(({ item }) => item));
        const carried = items.filter(({ id }) => !out.has(id));
        const covered = new Set(plan.steps.flatMap((step) => step.items));
        expect(carried.every(({ id }) => covered.has(id))).toBe(true);
        expect([...covered].some((id) => out.has(id))).toBe(false);
        const draftIds = new Map([...segment.created].map(([draft, id]) => [id, draft]));
        // What cancels out is left out of the steps, and changes nothing in the draft either.
        const wanted = items.filter(
          ({ id }) =>
            covered.has(id) ||
            plan.leftOut.some((each) => each.item === id && each.reason.startsWith('It comes to nothing')),
        );
        expect(content(segment.now, draftIds)).toEqual(content(draftedSnapshot(base, replay(base, wanted))));
        steps += plan.steps.length;
        left += plan.leftOut.length;
      }),
      { numRuns: 1500, seed: 20261123 },
    );
    expect(steps).toBeGreaterThan(3000);
    expect(left).toBeGreaterThan(100);
  }, 120_000);
});
