import type { ChannelOutput, ParsedInput } from '@contract/channels';
import { compile } from '../../policy/policy';
import { type HeldPolicy, holderOf } from '../held-policy';
import { levelRange } from './level-range';
import { askedResource } from './names';
import { countRow } from './reach';

/** Somebody who holds the grant alone; no member of a workspace has this id. */
const ALONE = '(the grant alone)';

/** What a grant opens, a page of it, and what only it opens for those who hold it. */
export function answerGrantOpens(
  { policy, facts }: HeldPolicy,
  { holder, grant, offset, limit }: ParsedInput<'policy.grantOpens'>,
): ChannelOutput<'policy.grantOpens'> {
  const alone = compile(holderOf(policy.snapshot, ALONE, grant));
  const { allowed, unknown, errors } = alone.whatCanReach(ALONE);
  const shown = [
    ...allowed.map((key) => ({ key, effect: 'allowed' as const })),
    ...unknown.map((key) => ({ key, effect: 'unknown' as const })),
  ].slice(offset, offset + limit);
  const cells = alone.matrixWindow(
    [ALONE],
    shown.map(({ key }) => key),
  );
  // A grant that the holder does not have any more takes nothing away.
  const without = policy.effect([{ kind: 'removeGrant', holder, grant }]);
  return {
    fingerprint: policy.snapshot.fingerprint,
    allowed: allowed.length,
    unknown: unknown.length,
    errors: errors.map(({ message }) => message),
    offset,
    rows: shown.map(({ key, effect }, place) => ({
      resource: askedResource(facts, key),
      type: key.type,
      effect,
      level: levelRange(cells[place] ?? 0),
    })),
    byType: countRow(alone, facts.unknowns, ALONE),
    only:
      without.kind === 'impossible' ? null : { counts: without.effect.counts, ...without.effect.extent() },
  };
}
