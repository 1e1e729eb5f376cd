import type { Attestation } from '@contract/attestations';
import type { Failure } from '@contract/failure';
import { useCallback, useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';

/** What the admin has stated about the tokens of a workspace. */
export type TokensStatementState =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'known'; attestation: Attestation | null };

/** Reads the statement about the tokens, and changes it. The changes reject with what main said. */
export function useTokensStatement(workspaceKey: string) {
  const [state, setState] = useState<TokensStatementState>({ kind: 'loading' });

  const load = useCallback(async (): Promise<TokensStatementState> => {
    try {
      const all = await call('attestations.list', { key: workspaceKey });
      const attestation = all.find(({ statement }) => statement.subject === 'tokens') ?? null;
      return { kind: 'known', attestation };
    } catch (thrown) {
      return { kind: 'failed', failure: failureOf(thrown) };
    }
  }, [workspaceKey]);

  useEffect(() => {
    let wanted = true;
    void load().then((loaded) => {
      if (wanted) setState(loaded);
    });
    return () => {
      wanted = false;
    };
  }, [load]);

  const make = async (value: string) => {
    const attestation = await call('attestations.set', {
      key: workspaceKey,
      statement: { subject: 'tokens', value },
    });
    setState({ kind: 'known', attestation });
  };
  const withdraw = async () => {
    await call('attestations.clear', { key: workspaceKey, subject: 'tokens', spaceId: null });
    setState({ kind: 'known', attestation: null });
  };
  const retry = () => {
    void load().then(setState);
  };
  return { state, make, withdraw, retry };
}
