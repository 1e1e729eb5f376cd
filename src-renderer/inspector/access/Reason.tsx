import type { ExplanationView, ReasonView } from '@contract/policy';
import { BookOpenText, CircleHelp } from 'lucide-react';
import { Chip } from '../../components/Chip';
import { GrantSentence } from './GrantSentence';
import styles from './pair.module.css';

/** The parts of a question that are about the resource itself, so that the scope of the grant is what reaches it. */
const ABOUT_TARGET = ['resource', 'space'];

/** One way by which it is given, as a sentence; what is not certain about it stands below. */
export function Reason({
  explanation: { member, targets },
  reason: { part, grant, unread, readings, doubt, deciding },
}: {
  explanation: ExplanationView;
  reason: ReasonView;
}) {
  const target = ABOUT_TARGET.includes(part) && doubt === null ? (targets[0] ?? null) : null;
  return (
    <li
      className={styles.reason}
      data-deciding={deciding || undefined}
      data-unsure={doubt !== null || undefined}
    >
      {deciding ? <Chip tone="accent">Decides</Chip> : null}
      {grant === null ? (
        <p>{unread ?? 'Grants that could not be read.'}</p>
      ) : (
        <GrantSentence member={member} grant={grant} target={target} />
      )}
      {doubt === null ? null : (
        <p className={styles.note}>
          <CircleHelp aria-hidden />
          <span>Not certain: {doubt}</span>
        </p>
      )}
      {readings.map(({ name, text }) => (
        <p key={name} className={styles.note}>
          <BookOpenText aria-hidden />
          <span>By one reading: {text}</span>
        </p>
      ))}
    </li>
  );
}
