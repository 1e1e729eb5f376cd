import { z } from 'zod';

const limitDataSchema = z.object({ msBeforeNext: z.number().nonnegative() });

function timeOf(text: string | null): number | null {
  if (text === null) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) ? null : time;
}

/**
 * How long a limited request shall wait, in milliseconds, as the server says
 * it; `undefined` when it does not. The order of the API's documentation:
 * `Retry-After` (seconds; HTTP also allows a date), then `msBeforeNext` of the
 * first error, then `X-RateLimit-Reset` (an RFC 5322 date). Dates are taken
 * against the server's own clock where it sends one, because this machine's may be wrong.
 */
export function serverWait(headers: Headers, errorData: unknown, now: number): number | undefined {
  const serverNow = timeOf(headers.get('date')) ?? now;
  const retryAfter = headers.get('retry-after')?.trim();
  if (retryAfter !== undefined && /^\d{1,9}$/.test(retryAfter)) return Number(retryAfter) * 1000;
  const retryAt = timeOf(retryAfter ?? null);
  if (retryAt !== null) return Math.max(0, retryAt - serverNow);
  const data = limitDataSchema.safeParse(errorData);
  if (data.success) return Math.ceil(data.data.msBeforeNext);
  const reset = timeOf(headers.get('x-ratelimit-reset'));
  return reset === null || reset <= serverNow ? undefined : reset - serverNow;
}
