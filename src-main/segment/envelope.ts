import { z } from 'zod';
import { quotable } from './scrub';
import { SegmentError, type SegmentErrorKind } from './segment-error';
import { serverWait } from './server-wait';

/** An answer that has been read whole. `body` is `undefined` when it is not JSON. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

const requestErrorSchema = z.object({
  type: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  field: z.string().optional().catch(undefined),
  data: z.unknown().optional(),
});
const failureEnvelopeSchema = z.object({ errors: z.array(requestErrorSchema) });
const successEnvelopeSchema = z.object({ data: z.record(z.string(), z.unknown()) });

function parseJson(text: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

/** The kind of a refusal by its status code; the codes of the API's documentation and their neighbours. */
function kindOf(status: number): SegmentErrorKind {
  switch (status) {
    case 401:
      return 'unauthorized';
    case 403:
      return 'forbidden';
    case 404:
    case 405:
    case 410:
      return 'notFound';
    case 408:
      return 'timeout';
    case 409:
      return 'conflict';
    case 413:
      return 'tooLarge';
    case 429:
      return 'rateLimited';
    default:
      return status >= 500 ? 'serverError' : 'validation';
  }
}

const HAPPENED: Partial<Record<SegmentErrorKind, string>> = {
  unauthorized: 'refused the token',
  forbidden: 'does not allow this token to do that',
  notFound: 'does not have this',
  validation: 'did not accept the request',
  conflict: 'reports a conflict',
  tooLarge: 'found the request too large',
  rateLimited: 'is limiting the rate of requests',
  serverError: 'failed',
  timeout: 'gave up waiting',
};

function refusal(answer: RawAnswer, endpoint: string, token: string, now: number): SegmentError {
  const { status, headers, text } = answer;
  const json = parseJson(text);
  const parsed = failureEnvelopeSchema.safeParse(json.ok ? json.value : undefined);
  const errors = parsed.success ? parsed.data.errors : [];
  const kind = kindOf(status);
  const said = errors
    .slice(0, 5)
    .map(({ field, message, type }) => [field, message ?? type].filter((word) => word !== undefined))
    .map((words) => words.join(': '))
    .filter((words) => words !== '')
    .join('; ');
  const quote = quotable(said, token);
  const happened = `${endpoint}: the server ${HAPPENED[kind] ?? 'refused'} (${status})`;
  const field = errors.find((error) => error.field !== undefined)?.field;
  const waits = kind === 'rateLimited' || status === 503;
  return new SegmentError(kind, quote === '' ? `${happened}.` : `${happened}: “${quote}”.`, {
    endpoint,
    status,
    ...(field === undefined ? {} : { field: quotable(field, token) }),
    ...(waits ? { waitMs: serverWait(headers, errors[0]?.data, now) } : {}),
  });
}

/**
 * The content of `data` of a successful answer.
 *
 * @param now milliseconds since 1970, for limits that name a date
 * @throws SegmentError by the status code; `badAnswer` when it is not the API's envelope
 */
export function openEnvelope(
  answer: RawAnswer,
  endpoint: string,
  token: string,
  now: number,
): Record<string, unknown> {
  const { status, text } = answer;
  if (status < 200 || status > 299) throw refusal(answer, endpoint, token, now);
  const json = parseJson(text);
  if (!json.ok) {
    // What begins as an object and does not end as one was cut off on the way.
    const passing = text.trimStart().startsWith('{');
    throw new SegmentError(
      'badAnswer',
      passing ? `The answer to ${endpoint} broke off.` : `The answer to ${endpoint} is not JSON.`,
      { endpoint, status, passing },
    );
  }
  const parsed = successEnvelopeSchema.safeParse(json.value);
  if (parsed.success) return parsed.data.data;
  throw new SegmentError('badAnswer', `The answer to ${endpoint} has no \`data\`.`, {
    endpoint,
    status,
    field: 'data',
  });
}
