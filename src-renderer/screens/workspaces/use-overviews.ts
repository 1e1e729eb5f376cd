import type { Overview } from '@contract/overview';
import type { WorkspaceView } from '@contract/workspaces';
import { useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { useDataEpoch } from '../../stores/data-epoch';

/** The numbers of one workspace, as far as they have come. */
export type OverviewState =
  | { kind: 'working' }
  | { kind: 'failed'; reason: string }
  | { kind: 'shown'; overview: Overview };

/** Asks for the numbers of every workspace that has been read, and again when there is new data. */
export function useOverviews(workspaces: readonly WorkspaceView[]): Record<string, OverviewState> {
  const [states, setStates] = useState<Record<string, OverviewState>>({});
  const keys = workspaces.flatMap(({ key, snapshot }) => (snapshot === null ? [] : [key])).join(' ');
  const asked = useDataEpoch();
  useEffect(() => {
    let wanted = asked !== '';
    const put = (key: string, state: OverviewState) => {
      if (wanted) setStates((before) => ({ ...before, [key]: state }));
    };
    for (const key of keys === '' ? [] : keys.split(' ')) {
      call('overview.get', { key }).then(
        (overview) => put(key, { kind: 'shown', overview }),
        (thrown: unknown) => put(key, { kind: 'failed', reason: failureOf(thrown).message }),
      );
    }
    return () => {
      wanted = false;
    };
  }, [keys, asked]);
  return states;
}
