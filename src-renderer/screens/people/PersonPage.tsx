import type { PersonView } from '@contract/persons';
import { ArrowLeft, CircleAlert, UserX } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { IconButton } from '../../components/IconButton';
import { SegmentedControl } from '../../components/SegmentedControl';
import { showPart, showPerson, usePersonStore } from '../../stores/person';
import { AbsentCard, AccountCard } from './AccountCard';
import { Addresses } from './Addresses';
import { OffBoarding } from './OffBoarding';
import styles from './person.module.css';
import { Sessions } from './Sessions';
import { Suggestions } from './Suggestions';
import { usePerson } from './use-person';

/** One person: all workspaces side by side, or the list of what to take away. Esc goes back to the list. */
export function PersonPage({ email }: { email: string }) {
  const { answer, retry } = usePerson(email);
  const title = useRef<HTMLHeadingElement>(null);
  const shown = answer.kind === 'shown';
  useEffect(() => {
    if (shown) title.current?.focus();
  }, [shown]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // A dialog or a menu that is open takes the key for itself.
      if (document.querySelector('[role="dialog"], [role="menu"]') === null) showPerson(null);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section className={styles.page} aria-label="Person">
      <header className={styles.head}>
        <IconButton label="Back to all people" keys="esc" onClick={() => showPerson(null)}>
          <ArrowLeft />
        </IconButton>
        <h1 ref={title} tabIndex={-1} className={styles.title}>
          {answer.kind === 'shown' ? answer.person.name : email}
        </h1>
        {answer.kind === 'shown' ? <Parts person={answer.person} /> : null}
      </header>
      {answer.kind === 'loading' ? (
        <p className={styles.wait} role="status">
          Looking through all workspaces…
        </p>
      ) : null}
      {answer.kind === 'failed' ? (
        <EmptyState
          icon={<CircleAlert />}
          title="This person could not be looked up"
          actions={<Button onClick={retry}>Try again</Button>}
        >
          {answer.failure.message}
        </EmptyState>
      ) : null}
      {answer.kind === 'gone' ? (
        <EmptyState
          icon={<UserX />}
          title="Nobody has this address any more"
          actions={<Button onClick={() => showPerson(null)}>All people</Button>}
        >
          No workspace that has been read lists {email}.
        </EmptyState>
      ) : null}
      {answer.kind === 'shown' ? <Person person={answer.person} /> : null}
    </section>
  );
}

function Parts({ person }: { person: PersonView }) {
  const part = usePersonStore((persons) => persons.part);
  return (
    <SegmentedControl
      label="What to show"
      value={part}
      options={[
        { value: 'access', label: 'Access' },
        { value: 'offBoarding', label: `Off-boarding ${person.offBoarding.length}` },
      ]}
      onChange={showPart}
    />
  );
}

function Person({ person }: { person: PersonView }) {
  const part = usePersonStore((persons) => persons.part);
  return (
    <div className={styles.body}>
      <Addresses person={person} />
      <Suggestions person={person} />
      {part === 'offBoarding' ? (
        <OffBoarding person={person} />
      ) : (
        <>
          <Sessions rules={person.sessions} />
          <div className={styles.cards}>
            {person.accounts.map((account) => (
              <AccountCard
                key={`${account.key} ${account.subject.kind} ${account.subject.id}`}
                account={account}
                sayAddress={person.emails.length > 1}
              />
            ))}
            {person.absent.map((place) => (
              <AbsentCard key={place.key} place={place} />
            ))}
          </div>
        </>
      )}
    </div>
  );
}
