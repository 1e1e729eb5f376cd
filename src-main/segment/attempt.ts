import { orCancelled, throwIfCancelled } from './abort';
import { openEnvelope } from './envelope';
import { networkFailure, redirected } from './network-failure';
import { readBody } from './read-body';
import { cancelled, SegmentError } from './segment-error';

/** The part of `fetch` that is used: that of Node and that of an Electron session both fit. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request, ready to be sent. */
export interface Outgoing {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  /** For error texts: the template, such as `GET /users/{userId}`. */
  readonly endpoint: string;
  readonly body?: unknown;
}

/** How requests are sent. Sizes in bytes, times in milliseconds. */
export interface Wire {
  readonly fetch: Fetch;
  readonly token: string;
  readonly now: () => number;
  readonly timeoutMs: number;
  readonly largestAnswer: number;
}

/** The content of `data`, and the server's clock (milliseconds since 1970) where it tells it. */
export interface Answer {
  readonly data: Record<string, unknown>;
  readonly serverTime: number | null;
}

/** What a token can be made of: anything else cannot be sent in a header, and the error would hold it. */
const SENDABLE = /^[\x21-\x7e]+$/;

async function exchange(wire: Wire, outgoing: Outgoing, signal: AbortSignal): Promise<Answer> {
  const { method, url, endpoint, body } = outgoing;
  const response = await wire.fetch(url, {
    method,
    // A redirect is seen and refused here: the token must not be sent on.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal,
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${wire.token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const { status, headers, type } = response;
  if (type === 'opaqueredirect' || response.redirected || (status >= 300 && status <= 399)) {
    response.body?.cancel().catch(() => undefined);
    throw redirected(endpoint, status);
  }
  const text = await readBody(response, wire.largestAnswer, endpoint);
  const serverTime = Date.parse(headers.get('date') ?? '');
  return {
    data: openEnvelope({ status, headers, text }, endpoint, wire.token, wire.now()),
    serverTime: Number.isNaN(serverTime) ? null : serverTime,
  };
}

/**
 * Sends a request once and reads its answer.
 *
 * @throws SegmentError and nothing else; `cancelled` at once when the signal is aborted
 */
export async function attempt(
  wire: Wire,
  outgoing: Outgoing,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  throwIfCancelled(signal);
  if (!SENDABLE.test(wire.token)) {
    throw new SegmentError('unauthorized', 'The token holds characters that no token has.', {
      endpoint: outgoing.endpoint,
      advice: 'Paste it again, whole and without anything around it.',
    });
  }
  // A controller of its own for each request: combined signals of a long sync would pile up.
  const controller = new AbortController();
  const stop = () => controller.abort();
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop();
  }, wire.timeoutMs);
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await orCancelled(exchange(wire, outgoing, controller.signal), controller.signal);
  } catch (error) {
    if (signal?.aborted === true) throw cancelled();
    if (late) {
      const seconds = Math.round(wire.timeoutMs / 1000);
      throw new SegmentError('timeout', `${outgoing.endpoint} was not answered within ${seconds} seconds.`, {
        endpoint: outgoing.endpoint,
      });
    }
    throw error instanceof SegmentError ? error : networkFailure(error, outgoing.endpoint);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}
