import type { Change } from '@contract/changes';
import { useRef } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { addChanges } from '../../../stores/draft';
import type { Answer } from '../use-answer';
import forms from './changes.module.css';
import type { Joined } from './membership';
import { type Found, SearchPick } from './SearchPick';

/** More than this are not listed: the search finds the others. */
const LISTED = 200;

/** Who is in a group, or in which groups somebody is: takes some out, puts others in. */
export function MembershipDialog({
  workspaceKey,
  title,
  what,
  answer,
  joinedOf,
  find,
  put,
  take,
  onClose,
}: {
  workspaceKey: string;
  title: string;
  /** What is searched for, plural: `members`. */
  what: string;
  answer: Answer<{ reason: string | null }>;
  /** With the names that the search has met; `null` while it is not known. */
  joinedOf: (nameOf: (id: string) => string) => Joined[] | null;
  find: (text: string) => Promise<Found[]>;
  put: (id: string) => Change;
  take: (id: string) => Change;
  onClose: () => void;
}) {
  const names = useRef(new Map<string, string>());
  const joined = joinedOf((id) => names.current.get(id) ?? id);
  const isIn = (id: string) => joined?.some((each) => each.id === id && each.mark !== 'removed') === true;
  const add = (changes: Change[]) => void addChanges(workspaceKey, changes);
  return (
    <Dialog
      size="medium"
      title={title}
      description={null}
      onClose={onClose}
      actions={
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className={forms.form}>
        {answer.kind === 'loading' ? <p className={forms.none}>Loading…</p> : null}
        {answer.kind === 'failed' ? <p className={forms.none}>{answer.failure.message}</p> : null}
        {answer.kind === 'known' && joined === null ? (
          <p className={forms.none}>
            It is unknown which {what} these are. {answer.value.reason}
          </p>
        ) : null}
        {joined === null ? null : (
          <ul className={forms.hits} aria-label="In now">
            {joined.length === 0 ? <li className={forms.none}>None so far.</li> : null}
            {joined.slice(0, LISTED).map(({ id, name, mark }) => (
              <li key={id} className={forms.hit}>
                <span className={forms.hitName} data-mark={mark}>
                  {name} {mark === 'added' ? <span className={forms.hitDetail}>new</span> : null}
                </span>
                {mark === 'removed' ? (
                  <span className={forms.none}>out with the draft</span>
                ) : (
                  <Button variant="quiet" aria-label={`Take out ${name}`} onClick={() => add([take(id)])}>
                    Take out
                  </Button>
                )}
              </li>
            ))}
            {joined.length > LISTED ? (
              <li className={forms.none}>and {joined.length - LISTED} more, which the search finds</li>
            ) : null}
          </ul>
        )}
        <SearchPick
          label={`Search ${what}`}
          find={find}
          action={(hit) =>
            isIn(hit.id) ? (
              <Button variant="quiet" aria-label={`Take out ${hit.name}`} onClick={() => add([take(hit.id)])}>
                Take out
              </Button>
            ) : (
              <Button
                variant="quiet"
                aria-label={`Put in ${hit.name}`}
                onClick={() => {
                  names.current.set(hit.id, hit.name);
                  add([put(hit.id)]);
                }}
              >
                Put in
              </Button>
            )
          }
        />
      </div>
    </Dialog>
  );
}
