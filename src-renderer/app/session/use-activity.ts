import { useEffect } from 'react';
import { call } from '../../api/bridge';

/** How often main is told at most that the admin is there. */
const EVERY_MS = 5000;

/** Tells main of keys and of the pointer: what counts as activity for the 15 minutes of a session. */
export function useActivity(): void {
  useEffect(() => {
    let told = Number.NEGATIVE_INFINITY;
    const onActivity = (event: Event) => {
      if (!event.isTrusted || event.timeStamp - told < EVERY_MS) return;
      told = event.timeStamp;
      // Main locks by itself when this was too late; there is nothing to say here.
      call('session.touch').catch(() => undefined);
    };
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const kind of kinds) window.addEventListener(kind, onActivity, { capture: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, onActivity, { capture: true });
    };
  }, []);
}
