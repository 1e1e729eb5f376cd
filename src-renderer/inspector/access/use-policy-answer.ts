import type { Failure } from '@contract/failure';
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../api/bridge';
import { usePolicyRound } from '../../stores/policy';
import { useSelectedWorkspace } from '../../stores/selected-workspace';

/** An answer of the policy engine, as a part of the inspector waits for it. */
export type PolicyAnswer<Answer> =
  | { kind: 'working' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'shown'; answer: Answer };

/** Changes when answers about the workspace at hand are to be asked for again: new data, or a policy compiled. */
export function usePolicyEpoch(): string {
  const { key, snapshot } = useSelectedWorkspace();
  return `${snapshot?.fingerprint ?? ''} ${usePolicyRound(key)}`;
}

/**
 * Asks a question, and again when there is new data. `ask` must be stable while
 * the question is the same. Until a newer answer is there the last stays.
 */
export function usePolicyAnswer<Answer>(ask: () => Promise<Answer>) {
  const [state, setState] = useState<PolicyAnswer<Answer>>({ kind: 'working' });
  const [round, setRound] = useState(0);
  const asked = `${usePolicyEpoch()} ${round}`;

  useEffect(() => {
    let wanted = asked !== '';
    ask().then(
      (answer) => {
        if (wanted) setState({ kind: 'shown', answer });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [ask, asked]);

  const retry = useCallback(() => {
    setState({ kind: 'working' });
    setRound((before) => before + 1);
  }, []);
  return { state, retry };
}
