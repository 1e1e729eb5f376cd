import type { Snapshot } from '@contract/snapshot';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { withChange } from '../../../src-main/drafts/squash';
import { type DraftedChange, draftedSnapshot, replay } from '../../../src-main/plan/replay';
import { grantText } from '../../../src-main/policy/changes/grant-edits';
import { ownedWorld, randomDraft } from '../plan/random-draft';
import { Random } from '../policy/random-world';

function content({ members, groups, invites, labels, resources }: Snapshot) {
  return {
    members: members.map(({ id, grants }) => [id, grants?.map(grantText).sort()]).sort(),
    groups: groups
      .map(({ id, name, grants, memberIds }) => [
        id,
        name,
        grants?.map(grantText).sort(),
        memberIds?.toSorted(),
      ])
      .sort(),
    invites: invites.map(({ email }) => email).sort(),
    labels: labels.map((label) => JSON.stringify(label)).sort(),
    resources: resources.map((each) => [
      each.id,
      'labels' in each ? each.labels?.map(({ key, value }) => `${key}:${value}`).sort() : null,
    ]),
  };
}

it('a squashed draft comes to the same as the long one', () => {
  let shorter = 0;
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 2, max: 30 }), (seed, most) => {
      const base = ownedWorld(seed);
      const long = randomDraft(new Random(seed ^ 0x2545f491), base, most);
      let short: DraftedChange[] = [];
      for (const item of long) short = withChange(base, replay(base, short), item);
      const replayed = replay(base, short);
      expect(replayed.every(({ state }) => state.kind === 'applies')).toBe(true);
      expect(content(draftedSnapshot(base, replayed))).toEqual(
        content(draftedSnapshot(base, replay(base, long))),
      );
      shorter += long.length - short.length;
    }),
    { numRuns: 600, seed: 20261124 },
  );
  expect(shorter).toBeGreaterThan(300);
}, 60_000);
