import type { ChannelInput, ChannelOutput } from '@contract/channels';
import type { Failure } from '@contract/failure';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { usePolicyRound } from '../../stores/policy';

export type By = ChannelInput<'policy.effectSummary'>['by'];
type Answer = ChannelOutput<'policy.effectSummary'>;

/** The effect of a draft in sums, as the plan shows it. */
export type SummaryState =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'shown'; by: By; answer: Answer };

/** Asks for the sums, and again when the draft or the data change; the last answer stays until then. */
export function useEffectSummary(
  key: string,
  draft: ChannelInput<'policy.effectSummary'>['draft'],
  by: By,
  limit: number,
  fingerprint: string,
): SummaryState {
  const [state, setState] = useState<SummaryState>({ kind: 'loading' });
  const asked = `${fingerprint} ${usePolicyRound(key)}`;
  useEffect(() => {
    let wanted = asked !== '';
    call('policy.effectSummary', { key, draft, by, offset: 0, limit }).then(
      (answer) => {
        if (wanted) setState({ kind: 'shown', by, answer });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, draft, by, limit, asked]);
  return state;
}
