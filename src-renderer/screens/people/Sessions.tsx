import type { SessionRule } from '@contract/persons';
import { Timer } from 'lucide-react';
import { UnknownMark } from '../../components/UnknownMark';
import styles from './person.module.css';

/** How long a session of each address lasts. */
export function Sessions({ rules }: { rules: readonly SessionRule[] }) {
  return (
    <ul className={styles.sessions} aria-label="Sessions">
      {rules.map(({ email, kind, why }) => (
        <li key={email} className={styles.session}>
          <Timer aria-hidden />
          {rules.length === 1 ? null : <b>{email}</b>}
          {kind === 'unknown' ? <UnknownMark reason={why} /> : null}
          <span>Session: {why}</span>
        </li>
      ))}
    </ul>
  );
}
