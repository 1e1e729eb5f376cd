import type { ChannelOutput } from '@contract/channels';
import type { Failure } from '@contract/failure';
import type { MatrixView } from '@contract/matrix';
import { useCallback, useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';

/** What main said when it prepared a view. */
export type OpenedMatrix = ChannelOutput<'matrix.open'>;

/** Where the view stands. `renewing`: a newer one is on its way and the last stays. */
export type MatrixState =
  | { kind: 'working' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'shown'; view: MatrixView; opened: OpenedMatrix; renewing: boolean };

/**
 * Prepares a view at main, and again when the data change (`epoch`) or on
 * `reopen`. `view` must be the same object while it is the same view.
 */
export function useOpenMatrix(key: string, view: MatrixView, epoch: string) {
  const [state, setState] = useState<MatrixState>({ kind: 'working' });
  const [round, setRound] = useState(0);
  const asked = `${epoch} ${round}`;
  useEffect(() => {
    // A new answer for each `asked`, which says how new the data must be.
    let wanted = asked !== '';
    setState((before) => (before.kind === 'shown' ? { ...before, renewing: true } : { kind: 'working' }));
    call('matrix.open', { key, view }).then(
      (opened) => {
        if (wanted) setState({ kind: 'shown', view, opened, renewing: false });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, view, asked]);
  const reopen = useCallback(() => setRound((before) => before + 1), []);
  return { state, reopen };
}
