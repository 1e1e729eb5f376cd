import type { ChannelOutput, ParsedInput } from '@contract/channels';
import { behindMark } from '../../overview/behind';
import { overviewOf } from '../../overview/overview';
import type { HeldPolicy } from '../held-policy';

/** What the rules found, a page of it. */
export function answerFindings(
  { policy, findings }: HeldPolicy,
  { rule, offset, limit }: ParsedInput<'findings.list'>,
): ChannelOutput<'findings.list'> {
  const { rules, all, of } = findings();
  const matching = rule === null ? all : of(rule);
  return {
    fingerprint: policy.snapshot.fingerprint,
    rules: [...rules],
    matched: matching.length,
    offset,
    rows: matching.slice(offset, offset + limit),
  };
}

/** The numbers of the overview. */
export function answerOverview({ policy, facts, findings }: HeldPolicy): ChannelOutput<'overview.get'> {
  return overviewOf(policy, facts, findings().rules);
}

/** What a mark of the overview counts, a page of it. */
export function answerBehind(
  { policy, facts }: HeldPolicy,
  { mark, offset, limit }: ParsedInput<'overview.behind'>,
): ChannelOutput<'overview.behind'> {
  const all = behindMark(policy, facts, mark);
  return {
    fingerprint: policy.snapshot.fingerprint,
    matched: all.length,
    offset,
    rows: all.slice(offset, offset + limit),
  };
}
