import type { Failure } from '@contract/failure';
import type { PersonView } from '@contract/persons';
import { useCallback, useEffect, useState } from 'react';
import { call, failureOf } from '../../api/bridge';
import { useDataEpoch } from '../../stores/data-epoch';
import { usePersonStore } from '../../stores/person';

/** One person as the page holds them; `gone`: nobody has that address any more. */
export type PersonAnswer =
  | { kind: 'loading' }
  | { kind: 'failed'; failure: Failure }
  | { kind: 'gone' }
  | { kind: 'shown'; person: PersonView };

/** Asks for a person, and again when anything was read anew or decided. Until then the last answer stays. */
export function usePerson(email: string): { answer: PersonAnswer; retry: () => void } {
  const [answer, setAnswer] = useState<PersonAnswer>({ kind: 'loading' });
  const [tries, setTries] = useState(0);
  const round = usePersonStore((persons) => persons.round);
  const asked = `${tries} ${round} ${useDataEpoch()}`;
  useEffect(() => {
    let wanted = asked !== '';
    call('persons.get', { email }).then(
      (person) => {
        if (wanted) setAnswer(person === null ? { kind: 'gone' } : { kind: 'shown', person });
      },
      (thrown: unknown) => {
        if (wanted) setAnswer({ kind: 'failed', failure: failureOf(thrown) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [email, asked]);
  const retry = useCallback(() => setTries((before) => before + 1), []);
  return { answer, retry };
}
