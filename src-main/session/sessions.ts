import type { Session } from '@contract/session';
import {
  beginSession,
  judgeSession,
  lookedAt,
  type Moment,
  type SessionLimit,
  type SessionTimes,
} from './session-clock';

/** A connected workspace, as far as sessions care. */
export interface SessionWorkspace {
  readonly key: string;
  readonly name: string;
  readonly email: string;
  /** `null` where nobody can tell; that alone does not make a session short. */
  readonly hipaaEligible: boolean | null;
  /** Whether it is of the embedded sandbox: a try-out, which says nothing when it shortens a session. */
  readonly embedded: boolean;
}

/** What sessions need from outside. */
export interface SessionsOptions {
  /** The connected workspaces; empty while the vault is closed. */
  readonly workspaces: () => readonly SessionWorkspace[];
  /** Whether the 15 minutes count from unlocking, whatever the admin does. */
  readonly atMost: () => boolean;
  readonly clock: () => Moment;
  /** Ends everything that is open. `why` is for the admin. */
  readonly lock: (why: string) => void;
  /** Says what no call asked for. */
  readonly tell: (message: string) => void;
  readonly onChange: (sessions: Session[]) => void;
}

/** The sessions of all identities: one for each email. */
export interface Sessions {
  /** As things stand, in the order of the rail. */
  list(): Session[];
  /** The admin did something. */
  touch(): void;
  /** Locks when a session is over. To be called before every answer, every few seconds and on resume. */
  check(): void;
  /** Workspaces came, went, or were learnt to be HIPAA eligible. */
  refresh(): void;
  /** The vault closed: the next one that opens begins all sessions anew. */
  end(): void;
}

const identityOf = (email: string) => email.trim().toLowerCase();

interface Running {
  readonly email: string;
  times: SessionTimes;
  limit: SessionLimit;
  because: readonly string[];
}

/** Why a session ended, for the admin. */
function ending(email: string, why: SessionLimit | 'clockSetBack'): string {
  switch (why) {
    case 'sevenDays':
      return `The session of ${email} ended after 7 days.`;
    case 'fifteenMinutes':
      return `The session of ${email} ended after 15 minutes without activity.`;
    case 'fifteenMinutesAtMost':
      return `The session of ${email} ended after 15 minutes.`;
    case 'clockSetBack':
      return 'The clock of this machine was set back, so the time that a session has left cannot be trusted.';
    default:
      return why satisfies never;
  }
}

/**
 * Keeps the sessions. They are judged for each identity; the keys of all are in
 * one vault, so the first session that ends locks the whole app.
 */
export function createSessions(options: SessionsOptions): Sessions {
  const { workspaces, atMost, clock, lock, tell, onChange } = options;
  const running = new Map<string, Running>();

  const limitOf = (mine: readonly SessionWorkspace[]) => {
    const because = [...new Set(mine.filter((one) => one.hipaaEligible === true).map(({ name }) => name))];
    const short: SessionLimit = atMost() ? 'fifteenMinutesAtMost' : 'fifteenMinutes';
    const limit: SessionLimit = because.length === 0 ? 'sevenDays' : short;
    return { limit, because };
  };

  const list = () => {
    const now = clock();
    return [...running.values()].map(({ email, times, limit, because }): Session => {
      const judged = judgeSession(times, limit, now);
      return {
        email,
        limit,
        because: [...because],
        endsAt: now.wall + (judged.kind === 'running' ? judged.leftMs : 0),
      };
    });
  };

  /** Says whether anything differs from before. */
  const align = (): boolean => {
    let changed = false;
    const mine = new Map<string, SessionWorkspace[]>();
    for (const one of workspaces()) {
      const identity = identityOf(one.email);
      mine.set(identity, [...(mine.get(identity) ?? []), one]);
    }
    for (const identity of [...running.keys()]) {
      if (!mine.has(identity)) changed = running.delete(identity) || changed;
    }
    for (const [identity, theirs] of mine) {
      const before = running.get(identity);
      const { limit, because } = limitOf(theirs);
      if (before === undefined) {
        const email = theirs[0]?.email ?? identity;
        running.set(identity, { email, times: beginSession(clock()), limit, because });
        changed = true;
        continue;
      }
      if (before.limit === limit && before.because.join('\n') === because.join('\n')) continue;
      const shortened = before.limit === 'sevenDays' && limit !== 'sevenDays';
      const real = theirs.some((one) => one.hipaaEligible === true && !one.embedded);
      // The 15 minutes begin when they become known: what came before was under the other limit.
      if (shortened) {
        const now = clock();
        before.times = limit === 'fifteenMinutes' ? lookedAt(before.times, now, true) : beginSession(now);
      }
      before.limit = limit;
      before.because = because;
      changed = true;
      if (shortened && real) {
        tell(
          `${because.join(', ')} ${because.length === 1 ? 'is' : 'are'} HIPAA eligible: the session of ${before.email} now ends after 15 minutes${limit === 'fifteenMinutes' ? ' without activity' : ''}, in all its workspaces.`,
        );
      }
    }
    return changed;
  };

  const check = (active: boolean) => {
    const now = clock();
    for (const one of running.values()) {
      const judged = judgeSession(one.times, one.limit, now);
      if (judged.kind === 'over') {
        running.clear();
        lock(ending(one.email, judged.why));
        return;
      }
    }
    for (const one of running.values()) one.times = lookedAt(one.times, now, active);
    if (active) onChange(list());
  };

  return {
    list,
    touch: () => check(true),
    check: () => check(false),
    refresh: () => {
      if (align()) onChange(list());
    },
    end: () => {
      running.clear();
      onChange([]);
    },
  };
}
