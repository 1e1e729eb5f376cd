import type { Vault } from '../vault/vault';
import type { Sessions } from './sessions';

/** How often sessions are judged when nobody asks for anything. */
const CHECK_EVERY_MS = 5000;

/** What is used of Electron's `powerMonitor`. */
export interface PowerEvents {
  on(event: 'suspend' | 'resume' | 'lock-screen', listener: () => void): unknown;
}

/**
 * Judges the sessions every few seconds and on resume, and locks when the system
 * sleeps or locks its screen. With nothing kept on disk those two do not lock:
 * there would be nothing to come back to, only because a lid was closed. The
 * answer stops the checks.
 */
export function watchSessions(
  sessions: Sessions,
  vault: Pick<Vault, 'lock' | 'keepsOnDisk'>,
  power: PowerEvents,
): () => void {
  const timer = setInterval(sessions.check, CHECK_EVERY_MS);
  const lockIfKept = () => {
    if (vault.keepsOnDisk()) vault.lock();
  };
  power.on('suspend', lockIfKept);
  power.on('lock-screen', lockIfKept);
  power.on('resume', sessions.check);
  return () => clearInterval(timer);
}
