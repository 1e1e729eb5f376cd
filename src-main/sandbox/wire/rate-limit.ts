import { rateLimited } from './api-error';

const WINDOW_MS = 60_000;

interface Window {
  startedAt: number;
  consumed: number;
}

/** RFC 5322, the form that the API's documentation gives for `X-RateLimit-Reset`. Whole seconds, rounded up. */
export function rfc5322(time: number): string {
  return new Date(Math.ceil(time / 1000) * 1000).toUTCString().replace('GMT', '+0000');
}

/** Counts requests for each key (token and endpoint) in windows of one minute. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Takes one point and answers the `X-RateLimit-*` headers; throws 429 when none is left. */
  take(key: string, perMinute: number): Record<string, string> {
    const now = this.#clock();
    let window = this.#windows.get(key);
    if (window === undefined || now >= window.startedAt + WINDOW_MS) {
      window = { startedAt: now, consumed: 0 };
      this.#windows.set(key, window);
    }
    window.consumed += 1;
    const reset = window.startedAt + WINDOW_MS;
    const headers = {
      'X-RateLimit-Consumed': String(window.consumed),
      'X-RateLimit-Remaining': String(Math.max(0, perMinute - window.consumed)),
      'X-RateLimit-Reset': rfc5322(reset),
    };
    if (window.consumed > perMinute) throw rateLimited(reset - now, window.consumed, headers);
    return headers;
  }
}
