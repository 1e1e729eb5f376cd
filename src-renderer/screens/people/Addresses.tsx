import type { PersonView } from '@contract/persons';
import { Split } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { RelativeTime } from '../../components/RelativeTime';
import { separateAddress, showPerson } from '../../stores/person';
import styles from './person.module.css';

/** The addresses of a person; those that the admin joined can be taken apart again. */
export function Addresses({ person: { emails, joined } }: { person: PersonView }) {
  const [when] = joined;
  const separate = async (email: string) => {
    await separateAddress(email);
    // The page stays with the person that it was opened for.
    showPerson(emails.find((other) => other !== email) ?? email);
  };
  return (
    <div className={styles.addresses}>
      {emails.map((email) => (
        <span key={email} className={styles.address}>
          {email}
          {when === undefined ? null : (
            <IconButton label={`${email} is somebody else: separate it`} onClick={() => void separate(email)}>
              <Split />
            </IconButton>
          )}
        </span>
      ))}
      {when === undefined ? null : (
        <span className={styles.muted}>
          You joined these <RelativeTime at={when.at} />. Each keeps its own grants and its own session.
        </span>
      )}
    </div>
  );
}
