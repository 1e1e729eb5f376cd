import type { Failure } from '@contract/failure';
import type { Inspection, Subject } from '@contract/inspect';
import { useCallback, useEffect, useState } from 'react';
import { call, failureOf } from '../api/bridge';

/** What the inspector knows of the subject. */
export type InspectionState =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  /** `subject` is what it is about: the one before, while the next is on its way. */
  | { kind: 'shown'; workspaceKey: string; subject: Subject; inspection: Inspection };

/**
 * Asks main about a subject, and again when the data has changed
 * (`fingerprint`) or on `refresh`. An answer that comes after another subject
 * was selected is dropped; until the next one is there the last stays.
 */
export function useInspection(workspaceKey: string, subject: Subject, fingerprint: string | null) {
  const [state, setState] = useState<InspectionState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const { kind, id } = subject;
  const asked = `${fingerprint ?? ''} ${round}`;

  useEffect(() => {
    // A new answer for each `asked`, which says how new the data must be.
    let wanted = asked !== '';
    const about: Subject = { kind, id };
    setState((before) =>
      before.kind === 'shown' && before.workspaceKey === workspaceKey ? before : { kind: 'loading' },
    );
    call('inspect', { key: workspaceKey, subject: about }).then(
      (inspection) => {
        if (wanted) setState({ kind: 'shown', workspaceKey, subject: about, inspection });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspaceKey, kind, id, asked]);

  const refresh = useCallback(() => setRound((before) => before + 1), []);
  return { state, refresh };
}
