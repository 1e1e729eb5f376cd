import type { Change } from '@contract/changes';
import type { Failure } from '@contract/failure';
import type { EffectPage } from '@contract/policy';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../api/bridge';
import { usePolicyRound } from './policy';

/** What a draft would cause, as far as it is known in the window. */
export type EffectState =
  | { kind: 'none' }
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  /** `renewing`: a newer answer is on its way. */
  | { kind: 'shown'; page: EffectPage; renewing: boolean };

/**
 * The effect of these changes with the first `limit` changed cells. Asks anew when
 * the changes or the data change; until then the last answer stays. An empty list
 * asks nothing.
 */
export function useEffectOf(key: string, draft: Change[], limit: number, fingerprint: string | null) {
  const [state, setState] = useState<EffectState>({ kind: 'none' });
  const round = usePolicyRound(key);
  const asked = `${key} ${fingerprint ?? ''} ${round}`;
  useEffect(() => {
    // A new answer for each `asked`, which says how new the data must be.
    let wanted = asked !== '';
    if (draft.length === 0) {
      setState({ kind: 'none' });
      return;
    }
    setState((before) => (before.kind === 'shown' ? { ...before, renewing: true } : { kind: 'loading' }));
    call('policy.effect', { key, draft, offset: 0, limit }).then(
      (page) => {
        if (wanted) setState({ kind: 'shown', page, renewing: false });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, draft, limit, asked]);
  return state;
}
