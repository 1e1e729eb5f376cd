import { orCancelled, throwIfCancelled } from './abort';
import { type Answer, attempt, type Outgoing, type Wire } from './attempt';
import { createPauseGate, type PauseGate } from './pause-gate';
import { MOST_RETRIES, mayRepeatRead, mayRepeatWrite, waitBefore } from './retry-rules';
import { SegmentError, type SegmentErrorKind } from './segment-error';

/** Hears what requests are doing, for progress. */
export interface RequestWatch {
  /** An answer came in, of whatever kind. */
  answered(): void;
  /** A rate limit is waited out until then (milliseconds since 1970). `fresh`: it is not the one waited for already. */
  limited(until: number, fresh: boolean): void;
}

/** What every call of the client takes: how to give up, and who watches. */
export interface CallContext {
  readonly signal?: AbortSignal | undefined;
  readonly watch?: RequestWatch | undefined;
}

/** Waits; may reject or resolve early when the signal is aborted. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;

/** What sending needs beyond the wire. */
export interface Requesting {
  readonly wire: Wire;
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly gate: PauseGate;
}

/** A Requesting with an open gate. */
export function createRequesting(wire: Wire, sleep: Sleep, random: () => number): Requesting {
  return { wire, sleep, random, gate: createPauseGate(wire.now) };
}

async function pause({ sleep }: Requesting, ms: number, signal: AbortSignal | undefined): Promise<void> {
  if (ms > 0) await orCancelled(sleep(ms, signal), signal);
  throwIfCancelled(signal);
}

async function passGate(requesting: Requesting, signal: AbortSignal | undefined): Promise<void> {
  // It may be closed again while it was waited for.
  for (let left = requesting.gate.remaining(); left > 0; left = requesting.gate.remaining()) {
    await pause(requesting, left, signal);
  }
}

/**
 * Sends a request until it is answered or cannot be any more: reads by the
 * rules of `retry-rules`, writes once unless the server said 429. A limit that
 * one read meets holds all reads of this client.
 *
 * @throws SegmentError and nothing else
 */
export async function send(
  requesting: Requesting,
  outgoing: Outgoing,
  { signal, watch }: CallContext,
): Promise<Answer> {
  const { wire, random, gate } = requesting;
  const isRead = outgoing.method === 'GET';
  const failures = new Map<SegmentErrorKind, number>();
  for (let retry = 0; ; retry += 1) {
    if (isRead) await passGate(requesting, signal);
    try {
      const answer = await attempt(wire, outgoing, signal);
      watch?.answered();
      return answer;
    } catch (error) {
      if (!(error instanceof SegmentError) || error.kind === 'cancelled') throw error;
      if (error.details.status !== undefined) watch?.answered();
      const before = failures.get(error.kind) ?? 0;
      failures.set(error.kind, before + 1);
      const again = isRead ? mayRepeatRead(error, before) : mayRepeatWrite(error);
      if (!again || retry >= MOST_RETRIES) throw error;
      const wait = waitBefore(error, retry, random);
      if (error.kind === 'rateLimited') {
        const until = wire.now() + wait;
        const fresh = isRead ? gate.closeUntil(until) : true;
        watch?.limited(until, fresh);
      }
      await pause(requesting, wait, signal);
    }
  }
}
