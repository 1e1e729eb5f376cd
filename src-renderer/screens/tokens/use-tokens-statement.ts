import type { Attestation } from '@contract/attestations';
import type { Failure } from '@contract/failure';
import { useCallback, useEffect, useState } from 'react';
import { failureOf } from '../../api/bridge';
import { attest, loadAttestations, takeBack, useAttestations } from '../../stores/attestations';

/** Whether the statements of a workspace are there to be shown. */
export type StatementsLoad = { kind: 'loading' } | { kind: 'failed'; failure: Failure } | { kind: 'loaded' };

/** What the admin has stated about the tokens of a workspace, and how to change it. Changes reject as `call` does. */
export function useTokensStatement(workspaceKey: string) {
  const [load, setLoad] = useState<StatementsLoad>({ kind: 'loading' });
  const attestation: Attestation | null =
    useAttestations(workspaceKey).find(({ statement }) => statement.subject === 'tokens') ?? null;

  const reload = useCallback(() => {
    loadAttestations(workspaceKey).then(
      () => setLoad({ kind: 'loaded' }),
      (thrown: unknown) => setLoad({ kind: 'failed', failure: failureOf(thrown) }),
    );
  }, [workspaceKey]);
  useEffect(reload, [reload]);

  return {
    load,
    attestation,
    reload,
    make: (value: string) => attest(workspaceKey, { subject: 'tokens', value }),
    withdraw: () => takeBack(workspaceKey, 'tokens'),
  };
}
