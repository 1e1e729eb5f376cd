import type { SegmentError, SegmentErrorKind } from './segment-error';

/** A read is sent at most this many times again. */
export const MOST_RETRIES = 5;
/** No single wait is longer, whatever the server says: the admin shall see what is going on. */
export const LONGEST_WAIT_MS = 90_000;

const FIRST_BACKOFF_MS = 500;
const LONGEST_BACKOFF_MS = 20_000;
/** 5xx that may pass. Others (501, 505) will not by waiting. */
const PASSING_STATUSES: readonly number[] = [500, 502, 503, 504];

/**
 * How often a read that failed so is sent again. A server that cannot be
 * reached is not knocked at five times: the sync goes offline and tries again
 * by itself, with growing delays.
 */
const RETRIES: Partial<Record<SegmentErrorKind, number>> = {
  rateLimited: MOST_RETRIES,
  serverError: MOST_RETRIES,
  dropped: MOST_RETRIES,
  offline: 1,
  timeout: 1,
  badAnswer: 1,
};

/** Whether a read that has failed `before` times in this way already, and now with `error`, is sent again. */
export function mayRepeatRead(error: SegmentError, before: number): boolean {
  const { kind, details } = error;
  if (kind === 'serverError' && !PASSING_STATUSES.includes(details.status ?? 0)) return false;
  if (kind === 'badAnswer' && details.passing === true) return before < MOST_RETRIES;
  return before < (RETRIES[kind] ?? 0);
}

/** A write is sent again only after 429, which says that it was not done; anything else may have been. */
export function mayRepeatWrite(error: SegmentError): boolean {
  return error.kind === 'rateLimited';
}

/**
 * How long to wait before the next try: what the server asked for, else
 * exponential backoff with full jitter. `retry` counts from 0, `random` answers
 * from 0 to 1.
 */
export function waitBefore(error: SegmentError, retry: number, random: () => number): number {
  const asked = error.details.waitMs;
  if (asked !== undefined) return Math.min(asked, LONGEST_WAIT_MS);
  return Math.round(random() * Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** retry));
}
