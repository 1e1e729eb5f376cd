import type { Settings } from '@contract/settings';
import { SegmentedControl } from '../../components/SegmentedControl';
import { useNow } from '../../components/use-now';
import { useSessionStore } from '../../stores/session';
import { changeSettings, useSettings } from '../../stores/settings';
import styles from '../dialogs/SettingsDialog.module.css';
import { limitInWords, timeLeft } from './session-words';

const CHOICES: readonly { value: 'idle' | 'atMost'; label: string }[] = [
  { value: 'idle', label: 'Without activity' },
  { value: 'atMost', label: 'At most' },
];

/** The sessions that run with the time that each has left, and how the 15 minutes count. */
export function SessionLines() {
  const sessions = useSessionStore((store) => store.sessions);
  const { shortSession }: Settings = useSettings();
  const now = useNow();
  return (
    <>
      {sessions.map((session) => (
        <p key={session.email}>
          <strong>{session.email}</strong>: {timeLeft(session.endsAt - now)} left.{' '}
          <span className={styles.fine}>{limitInWords(session)}</span>
        </p>
      ))}
      <div className={styles.line}>
        <span>15 minutes of HIPAA</span>
        <SegmentedControl
          label="15 minutes of HIPAA"
          value={shortSession}
          options={CHOICES}
          onChange={(chosen) => void changeSettings({ shortSession: chosen })}
        />
      </div>
      <p className={styles.fine}>
        When the first session ends, Gatehouse locks. It also locks when the system sleeps or locks its
        screen.
      </p>
    </>
  );
}
