import type { Session } from '@contract/session';

/** How long a session may last: see {@link Session}. */
export type SessionLimit = Session['limit'];

/** One moment on both clocks, in ms: the wall clock can be set, the monotonic one can stand still while a machine sleeps. */
export interface Moment {
  readonly wall: number;
  readonly monotonic: number;
}

/** What a session remembers. */
export interface SessionTimes {
  readonly unlocked: Moment;
  readonly active: Moment;
  /** The last check. */
  readonly seen: Moment;
}

/** Where a session is. */
export type SessionJudgement =
  | { readonly kind: 'running'; readonly leftMs: number }
  | { readonly kind: 'over'; readonly why: SessionLimit | 'clockSetBack' };

const MINUTE = 60_000;

/**
 * Segment's limits: 7 days; 15 minutes for members of HIPAA eligible workspaces
 * (concepts page of Segment's access documentation).
 */
export const LIMIT_MS: Record<SessionLimit, number> = {
  sevenDays: 7 * 24 * 60 * MINUTE,
  fifteenMinutes: 15 * MINUTE,
  fifteenMinutesAtMost: 15 * MINUTE,
};

/** A wall clock that went back by more than this ends a session: it could be made to last for ever. */
export const LARGEST_STEP_BACK_MS = MINUTE;

/** A session that begins now. */
export function beginSession(now: Moment): SessionTimes {
  return { unlocked: now, active: now, seen: now };
}

/** Time since a moment: whichever clock says more. */
function since(then: Moment, now: Moment): number {
  return Math.max(now.wall - then.wall, now.monotonic - then.monotonic, 0);
}

/** Whether the wall clock was set back since it was last looked at; time that went by meanwhile does not hide it. */
function setBack(seen: Moment, now: Moment): boolean {
  const expected = seen.wall + Math.max(0, now.monotonic - seen.monotonic);
  return now.wall < expected - LARGEST_STEP_BACK_MS;
}

/** Whether a session still runs under this limit. */
export function judgeSession(times: SessionTimes, limit: SessionLimit, now: Moment): SessionJudgement {
  if (setBack(times.seen, now)) return { kind: 'over', why: 'clockSetBack' };
  const from = limit === 'fifteenMinutes' ? times.active : times.unlocked;
  const leftMs = LIMIT_MS[limit] - since(from, now);
  return leftMs > 0 ? { kind: 'running', leftMs } : { kind: 'over', why: limit };
}

/** The same session after a check that it passed; `active` when the admin did something. */
export function lookedAt(times: SessionTimes, now: Moment, active: boolean): SessionTimes {
  return { unlocked: times.unlocked, active: active ? now : times.active, seen: now };
}
