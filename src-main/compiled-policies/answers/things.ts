import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { HeldPolicy } from '../held-policy';
import { levelRange } from './level-range';
import { actionNamed, askedMember, askedResource } from './names';

/** What a member can do something with: for certain first, then perhaps, each in the order of the snapshot. */
export function answerWhatCan(
  { policy, facts }: HeldPolicy,
  { memberId, action: actionName, types, offset, limit }: ParsedInput<'policy.whatCan'>,
): ChannelOutput<'policy.whatCan'> {
  const action = actionNamed(actionName);
  askedMember(facts, memberId);
  const found = policy.whatCanReach(memberId, action);
  const wanted = new Set(types);
  const isWanted = ({ type }: { type: (typeof types)[number] }) => wanted.size === 0 || wanted.has(type);
  const allowed = found.allowed.filter(isWanted);
  const unknown = found.unknown.filter(isWanted);
  const shown = [
    ...allowed.slice(offset, offset + limit).map((key) => ({ key, effect: 'allowed' as const })),
    ...unknown
      .slice(Math.max(0, offset - allowed.length), Math.max(0, offset + limit - allowed.length))
      .map((key) => ({ key, effect: 'unknown' as const })),
  ];
  const cells = policy.matrixWindow(
    [memberId],
    shown.map(({ key }) => key),
  );
  return {
    fingerprint: policy.snapshot.fingerprint,
    allowed: allowed.length,
    unknown: unknown.length,
    errors: found.errors.map(({ message }) => message),
    offset,
    rows: shown.map(({ key, effect }, place) => ({
      resource: askedResource(facts, key),
      type: key.type,
      effect,
      level: levelRange(cells[place] ?? 0),
    })),
  };
}
