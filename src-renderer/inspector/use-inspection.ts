import type { Failure } from '@contract/failure';
import type { Inspection, Subject } from '@contract/inspect';
import type { ExplanationView } from '@contract/policy';
import { useCallback, useEffect, useState } from 'react';
import { call, failureOf } from '../api/bridge';
import type { Chosen, ChosenPair } from '../stores/selection';

/** What main says of what is inspected: a thing, or the access of a member to a resource. */
export type Inspecting =
  | { kind: 'thing'; subject: Subject; inspection: Inspection }
  | { kind: 'pair'; pair: ChosenPair; explanation: ExplanationView };

/** What the inspector knows of the subject. */
export type InspectionState =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  /** `about` is what it is about: the one before, while the next is on its way. */
  | { kind: 'shown'; workspaceKey: string; about: Inspecting };

async function ask(key: string, chosen: Chosen): Promise<Inspecting> {
  if (chosen.kind !== 'pair') {
    return { kind: 'thing', subject: chosen, inspection: await call('inspect', { key, subject: chosen }) };
  }
  const { memberId, resource, action } = chosen;
  const target = { kind: 'resource', resource } as const;
  const explanation = await call('policy.explain', { key, memberId, action, target });
  return { kind: 'pair', pair: chosen, explanation };
}

/**
 * Asks main about what is inspected, and again when the data has changed
 * (`epoch`) or on `refresh`. An answer that comes after something else was
 * selected is dropped; until the next one is there the last stays.
 */
export function useInspection(workspaceKey: string, chosen: Chosen, epoch: string) {
  const [state, setState] = useState<InspectionState>({ kind: 'loading' });
  const [round, setRound] = useState(0);
  const asked = `${epoch} ${round}`;

  useEffect(() => {
    // A new answer for each `asked`, which says how new the data must be.
    let wanted = asked !== '';
    setState((before) =>
      before.kind === 'shown' && before.workspaceKey === workspaceKey ? before : { kind: 'loading' },
    );
    ask(workspaceKey, chosen).then(
      (about) => {
        if (wanted) setState({ kind: 'shown', workspaceKey, about });
      },
      (thrown: unknown) => {
        if (wanted) setState({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [workspaceKey, chosen, asked]);

  const refresh = useCallback(() => setRound((before) => before + 1), []);
  return { state, refresh };
}
