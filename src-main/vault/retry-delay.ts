const LONGEST_MS = 60_000;

/** How long the next try of a passphrase must wait after so many wrong ones in a row: 1 s, 2, 4 … 60 s. */
export function delayAfter(wrongTries: number): number {
  if (wrongTries <= 0) return 0;
  return Math.min(LONGEST_MS, 1000 * 2 ** Math.min(wrongTries - 1, 6));
}

/**
 * How much of that delay is left at a start of the app, from the wall clock
 * (epoch ms), which is all that survives one. A clock that was set back cannot
 * lengthen the wait beyond the delay itself.
 */
export function delayLeft(wrongTries: number, lastWrongAt: number, now: number): number {
  const whole = delayAfter(wrongTries);
  return Math.min(whole, Math.max(0, lastWrongAt + whole - now));
}

/** `1 second`, `32 seconds`; for the admin, rounded up. */
export function inSeconds(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  return seconds === 1 ? '1 second' : `${seconds} seconds`;
}
