import type { Change } from '@contract/changes';
import type { Grant, Snapshot } from '@contract/snapshot';
import { type DraftedChange, draftedSnapshot, replay, replayItem } from '../../../src-main/plan/replay';
import { member } from '../../fixtures/snapshot';
import { randomChange } from '../policy/random-change';
import { type Random, randomWorld } from '../policy/random-world';

const NEVER: ReadonlySet<Change['kind']> = new Set([
  'acceptInvite',
  'addMember',
  'addResource',
  'removeResource',
  'restore',
]);

/** A small world with an owner, in which every role of a grant is listed. */
export function ownedWorld(seed: number): Snapshot {
  const world = randomWorld(seed);
  const grants = [...world.members, ...world.groups].flatMap((each) => each.grants ?? []);
  const owner: Grant = {
    roleId: 'role Workspace Owner',
    roleName: 'Workspace Owner',
    scope: { kind: 'all' },
  };
  const roles = new Map([owner, ...grants].map(({ roleId, roleName }) => [roleId, roleName]));
  return {
    ...world,
    members: [...world.members, member('boss', { grants: [owner] })],
    invites: [{ email: 'i0@example.com' }],
    roles: [...roles].map(([id, name]) => ({ id, name, description: '' })),
  };
}

/** Up to `most` changes that a draft takes, one after the other. */
export function randomDraft(random: Random, base: Snapshot, most: number): DraftedChange[] {
  const items: DraftedChange[] = [];
  for (let number = 0; number < most; number += 1) {
    const replayed = replay(base, items);
    const snapshot = draftedSnapshot(base, replayed);
    const made = randomChange(random, snapshot, number);
    if (NEVER.has(made.kind)) continue;
    const change: Change =
      made.kind === 'createGroup'
        ? { ...made, groupId: `new:${number}`, name: `New ${random.below(3)}` }
        : made.kind === 'invite'
          ? { ...made, grants: random.chance(0.5) ? [] : (random.pick(base.members).grants ?? []) }
          : made;
    const item = { id: `item${number}`, change, words: `words ${number}` };
    const standing = replayed.at(-1)?.after ?? { snapshot: base, offers: new Map() };
    if (replayItem(standing, item).state.kind === 'applies') items.push(item);
  }
  return items;
}
