import type { PersonView } from '@contract/persons';
import { Split } from 'lucide-react';
import { IconButton } from '../../components/IconButton';
import { RelativeTime } from '../../components/RelativeTime';
import { separateAddress } from '../../stores/person';
import styles from './person.module.css';

/** The addresses of a person; those that the admin joined can be taken apart again. */
export function Addresses({ person: { emails, joined } }: { person: PersonView }) {
  const [when] = joined;
  return (
    <div className={styles.addresses}>
      {emails.map((email) => (
        <span key={email} className={styles.address}>
          {email}
          {when === undefined ? null : (
            <IconButton
              label={`${email} is somebody else: separate it`}
              onClick={() => void separateAddress(email)}
            >
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
