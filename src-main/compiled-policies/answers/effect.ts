import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { CellChange } from '../../policy/effect/effect';
import type { HeldPolicy } from '../held-policy';
import { levelRange } from './level-range';
import { namesAfter } from './names';
import { sentence } from './sentences';

/** The changed cells from `offset` on; they are worked out only as far as the page reaches. */
function* page<Item>(items: Iterable<Item>, offset: number, limit: number): Generator<Item> {
  if (limit === 0) return;
  let place = 0;
  for (const item of items) {
    if (place >= offset) yield item;
    place += 1;
    if (place >= offset + limit) return;
  }
}

/** The cells of one member or one resource; `null`: all. */
function* asked(cells: Iterable<CellChange>, of: ParsedInput<'policy.effect'>['of']): Generator<CellChange> {
  for (const cell of cells) {
    const id = of?.kind === 'member' ? cell.memberId : `${cell.resource.type}:${cell.resource.id}`;
    if (of === null || of.id === id) yield cell;
  }
}

/** What a draft would cause. */
export function answerEffect(
  { policy, facts }: HeldPolicy,
  { draft, of, offset, limit }: ParsedInput<'policy.effect'>,
): ChannelOutput<'policy.effect'> {
  const result = policy.effect(draft);
  if (result.kind === 'impossible') {
    return { kind: 'impossible', position: result.position, reason: sentence(result.reason) };
  }
  const { effect, after } = result;
  const names = namesAfter(facts, after);
  return {
    kind: 'effect',
    fingerprint: policy.snapshot.fingerprint,
    counts: effect.counts,
    ...effect.extent(),
    offset,
    rows: [...page(asked(effect.changes(), of), offset, limit)].map(
      ({ memberId, resource, before, after: then }) => ({
        member: names.member(memberId),
        resource: names.resource(resource),
        before: levelRange(before),
        after: levelRange(then),
      }),
    ),
  };
}
