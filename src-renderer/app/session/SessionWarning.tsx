import { Button } from '../../components/Button';
import { Notice } from '../../components/Notice';
import { useSecondsUntil } from '../../components/use-seconds-until';
import { useFirstToEnd } from '../../stores/session';
import { useVault } from '../../stores/vault';
import { lock } from '../actions';
import { timeLeft } from './session-words';

/** Before the end the admin is told for this long. */
const WARN_SECONDS = 120;

/** Shortly before a session ends: whose, in how long, and what to do. */
export function SessionWarning() {
  const first = useFirstToEnd();
  const vault = useVault();
  const left = useSecondsUntil(first?.endsAt ?? null);
  if (first === null || left > WARN_SECONDS) return null;
  const memory = vault?.kind === 'open' && vault.protection === 'memory';
  const what =
    first.limit === 'fifteenMinutes'
      ? 'Any key or movement of the pointer keeps it.'
      : 'Nothing of a draft is lost: unlock again to go on.';
  return (
    <Notice
      tone="warning"
      placement="banner"
      actions={
        <Button variant="quiet" onClick={() => void lock()}>
          Lock now
        </Button>
      }
    >
      The session of {first.email} ends in {timeLeft(left * 1000)}.{' '}
      {memory
        ? 'Nothing is kept on disk, so everything here is forgotten then: choose a passphrase in Settings to keep it.'
        : what}
    </Notice>
  );
}
