import type { PersonView, Resemblance } from '@contract/persons';
import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { joinAddresses, keepApart, showPerson } from '../../stores/person';
import styles from './person.module.css';

const WHY: Record<Resemblance, string> = {
  alias: 'an alias of the same mailbox',
  name: 'an account of the same name',
};

/** Other addresses that may be this person: joined only when the admin says so. */
export function Suggestions({ person }: { person: PersonView }) {
  const { id, emails, suggestions } = person;
  return (
    <>
      {suggestions.map(({ email, name, why, workspaces }) => (
        <Notice
          key={email}
          tone="info"
          actions={
            <>
              <Button onClick={() => void joinAddresses([...emails, email])}>Same person</Button>
              <Button variant="quiet" onClick={() => void keepApart(id, email)}>
                Somebody else
              </Button>
            </>
          }
        >
          <button type="button" className={styles.link} onClick={() => showPerson(email)}>
            {email}
          </button>{' '}
          ({name === email ? '' : `${name}, `}
          {workspaces.join(', ')}) may be the same person: it is {WHY[why]}.
        </Notice>
      ))}
    </>
  );
}
