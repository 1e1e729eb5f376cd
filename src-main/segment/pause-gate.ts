/**
 * Holds all reads of one client while a rate limit is waited out: the limit is
 * the token's, so the others would only run into it too.
 */
export interface PauseGate {
  /** Closes until then (milliseconds since 1970), or longer if it is closed longer already. Says whether it was open. */
  closeUntil(time: number): boolean;
  /** How long it stays closed, in milliseconds; 0 when it is open. */
  remaining(): number;
}

/** A gate that is open. `now` answers milliseconds since 1970. */
export function createPauseGate(now: () => number): PauseGate {
  let closedUntil = 0;
  return {
    closeUntil: (time) => {
      const wasOpen = closedUntil <= now();
      closedUntil = Math.max(closedUntil, time);
      return wasOpen;
    },
    remaining: () => Math.max(0, closedUntil - now()),
  };
}
