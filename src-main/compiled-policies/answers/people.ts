import type { ChannelOutput, ParsedInput } from '@contract/channels';
import { memberReference } from '../../inspect/references';
import type { HeldPolicy } from '../held-policy';
import { levelRange } from './level-range';
import { actionNamed, askedTarget } from './names';
import { sentence } from './sentences';

/** The members who can do something: for certain first, then perhaps, each in the order of the snapshot. */
export function answerWhoCan(
  { policy, facts }: HeldPolicy,
  { action: actionName, target: asked, offset, limit }: ParsedInput<'policy.whoCan'>,
): ChannelOutput<'policy.whoCan'> {
  const action = actionNamed(actionName);
  const { target } = askedTarget(facts, asked);
  const { allowed, unknown, errors } = policy.whoCanReach(target, action);
  const shown = [
    ...allowed.slice(offset, offset + limit).map((id) => ({ id, effect: 'allowed' as const })),
    ...unknown
      .slice(Math.max(0, offset - allowed.length), Math.max(0, offset + limit - allowed.length))
      .map((id) => ({ id, effect: 'unknown' as const })),
  ];
  // Levels are about one resource: of the workspace and of connections there are none.
  const cells =
    asked.kind === 'resource'
      ? policy.matrixWindow(
          shown.map(({ id }) => id),
          [asked.resource],
        )
      : new Uint8Array(shown.length);
  return {
    fingerprint: policy.snapshot.fingerprint,
    allowed: allowed.length,
    unknown: unknown.length,
    errors: errors.map(({ message }) => sentence(message)),
    offset,
    rows: shown.map(({ id, effect }, place) => ({
      member: memberReference(facts, id),
      email: facts.memberById().get(id)?.email ?? '',
      effect,
      level: levelRange(cells[place] ?? 0),
    })),
  };
}
