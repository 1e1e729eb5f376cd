import type { ChannelOutput, ParsedInput } from '@contract/channels';
import type { Reference } from '@contract/inspect';
import { whoRelabels } from '../../findings/who-relabels';
import { compareNames } from '../../lists/collation';
import { theWorkspace } from '../../policy/decision/target';
import type { Effect } from '../../policy/effect/effect';
import { type EffectByEnds, effectByEnds, effectByGroup } from '../../policy/effect/summary';
import type { EffectCounts } from '../../policy/effect/tally';
import { compile, type Policy } from '../../policy/policy';
import type { HeldPolicy } from '../held-policy';
import { namesAfter } from './names';
import { sentence } from './sentences';

type Input = ParsedInput<'policy.effectSummary'>;
type Summary = Extract<ChannelOutput<'policy.effectSummary'>, { kind: 'summary' }>;

/** What is worked out once for a draft, and paged through then. */
interface Summed {
  readonly draft: string;
  readonly effect: Effect;
  readonly ends: EffectByEnds;
  readonly after: Policy;
  readonly callOuts: Summary['callOuts'];
}

const last = new WeakMap<HeldPolicy, Summed>();

/** Owners and those who may relabel, before and after. */
function callOutsOf({ policy, facts }: HeldPolicy, after: Policy): Summary['callOuts'] {
  const names = namesAfter(facts, after.snapshot);
  const owners = (of: Policy) => new Set(of.whoCanReach(theWorkspace, 'manageAccess').allowed);
  const [owned, owns] = [owners(policy), owners(after)];
  const [relabelled, relabels] = [whoRelabels(policy), whoRelabels(after)];
  const becoming = (now: Iterable<string>, before: { has(id: string): boolean }) =>
    [...now].filter((id) => !before.has(id)).map(names.member);
  const counted = (now: ReturnType<typeof whoRelabels>, before: ReturnType<typeof whoRelabels>) =>
    [...now].flatMap(([id, sources]) =>
      before.has(id) ? [] : [{ member: names.member(id), sources: sources.count() }],
    );
  return {
    ownersBecoming: becoming(owns, owned),
    ownersCeasing: becoming(owned, owns),
    relabelBecoming: counted(relabels, relabelled),
    relabelCeasing: counted(relabelled, relabels),
  };
}

function summed(held: HeldPolicy, draft: Input['draft']): Summed | { position: number; reason: string } {
  const text = JSON.stringify(draft);
  const known = last.get(held);
  if (known?.draft === text) return known;
  const result = held.policy.effect(draft);
  if (result.kind === 'impossible') return { position: result.position, reason: result.reason };
  const after = compile(result.after);
  const made = {
    draft: text,
    effect: result.effect,
    ends: effectByEnds(result.effect),
    after,
    callOuts: callOutsOf(held, after),
  };
  last.set(held, made);
  return made;
}

/** What moves most comes first. */
const weight = ({ cells, onlyDoubt }: EffectCounts) => cells - onlyDoubt / 2;

/** What a draft would cause by person, by resource or by group, with what to look at twice. */
export function answerEffectSummary(
  held: HeldPolicy,
  { draft, by, offset, limit }: Input,
): ChannelOutput<'policy.effectSummary'> {
  const found = summed(held, draft);
  if ('reason' in found) {
    return { kind: 'impossible', position: found.position, reason: sentence(found.reason) };
  }
  const { effect, ends, after, callOuts } = found;
  const names = namesAfter(held.facts, after.snapshot);
  const groupName = (id: string) =>
    [...after.snapshot.groups, ...held.policy.snapshot.groups].find((group) => group.id === id)?.name ?? id;
  const referenceOf: Record<Input['by'], (id: string) => Reference> = {
    member: names.member,
    resource: (key) => {
      const found = [...held.policy.snapshot.resources, ...after.snapshot.resources].find(
        ({ type, id }) => `${type}:${id}` === key,
      );
      return found === undefined
        ? { subject: { kind: 'resource', id: key }, name: key }
        : names.resource(found);
    },
    group: (id) => ({ subject: { kind: 'group', id }, name: groupName(id) }),
  };
  const counts =
    by === 'member'
      ? ends.members
      : by === 'resource'
        ? ends.resources
        : effectByGroup(ends, held.policy.snapshot, after.snapshot);
  const order = [...counts].sort(
    ([one, its], [other, theirs]) => weight(theirs) - weight(its) || compareNames(one, other),
  );
  return {
    kind: 'summary',
    fingerprint: held.policy.snapshot.fingerprint,
    counts: effect.counts,
    ...effect.extent(),
    of: order.length,
    offset,
    rows: order
      .slice(offset, offset + limit)
      .map(([id, each]) => ({ subject: referenceOf[by](id), counts: each })),
    callOuts,
  };
}
