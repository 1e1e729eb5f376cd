import type { Session } from '@contract/session';
import { create } from 'zustand';

/** The sessions that run, one for each email. */
export const useSessionStore = create<{ sessions: readonly Session[] }>()(() => ({ sessions: [] }));

export function receiveSessions(sessions: readonly Session[]): void {
  useSessionStore.setState({ sessions });
}

/** The session that ends first; `null` while none runs. */
export function useFirstToEnd(): Session | null {
  const sessions = useSessionStore((store) => store.sessions);
  return sessions.reduce<Session | null>(
    (first, one) => (first === null || one.endsAt < first.endsAt ? one : first),
    null,
  );
}
