import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { ReachCount } from '@contract/reach-count';
import { resourceTypeSchema } from '@contract/snapshot';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { COLLECTION_OF_TYPE } from '../../lists/relations/unknown-reasons';
import type { Policy } from '../../policy/policy';
import { Failed } from '../../storage/failed';
import type { HeldPolicy } from '../held-policy';
import { levelRange } from './level-range';
import { askedMember } from './names';

/** What the member with this id reaches in a policy, counted by kind. */
export function countRow(policy: Policy, unknowns: WorkspaceFacts['unknowns'], id: string) {
  const { resources } = policy.snapshot;
  return resourceTypeSchema.options.map((type) => {
    const ofType = resources.filter((resource) => resource.type === type);
    const reach: ReachCount = { read: 0, admin: 0, unknown: 0, pii: 0 };
    for (const cell of policy.matrixWindow([id], ofType)) {
      if (cell === 0) continue;
      const { atLeast, atMost, pii } = levelRange(cell);
      if (atLeast !== 'none') reach[atLeast] += 1;
      else if (atMost !== 'none') reach.unknown += 1;
      if (pii === 'allowed') reach.pii += 1;
    }
    return { type, of: ofType.length, reach, unread: unknowns.whole(COLLECTION_OF_TYPE[type]) };
  });
}

/**
 * What a member reaches, or what a group alone gives, by kind of resource.
 *
 * @throws Failed `notFound` for a holder who is not there
 */
export function answerReach(
  { policy, facts, groupsAlone }: HeldPolicy,
  { holder }: ParsedInput<'policy.reach'>,
): ChannelOutput<'policy.reach'> {
  const { fingerprint } = policy.snapshot;
  if (holder.kind === 'member') {
    askedMember(facts, holder.id);
    return { fingerprint, byType: countRow(policy, facts.unknowns, holder.id) };
  }
  if (!facts.memberships().groupById.has(holder.id)) {
    throw new Failed(
      'notFound',
      'This group is not in the workspace any more. Choose another one, or sync the workspace.',
    );
  }
  return { fingerprint, byType: countRow(groupsAlone(), facts.unknowns, holder.id) };
}
