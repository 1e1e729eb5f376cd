import type { Failure, FailureCode } from '@contract/failure';

/**
 * What can go wrong between Gatehouse and the Public API.
 *
 * - `offline`: no connection could be made; `dropped`: it broke while it was used;
 *   `timeout`: no answer in time; `untrusted`: the server's certificate is not trusted.
 * - `unauthorized` (401), `forbidden` (403), `notFound` (404, 405), `validation` (400, 422 and
 *   other refusals), `conflict` (409), `rateLimited` (429), `serverError` (5xx): by status, since
 *   the API's own `type` strings are not stable.
 * - `redirect`: the server pointed elsewhere, which is never followed with a token.
 * - `badAnswer`: not JSON, or not the API's envelope; `badShape`: the envelope, but a required field
 *   is missing or of another type; `endless`: a list whose cursors repeat, or that outgrew its cap;
 *   `tooLarge`: an answer beyond the cap, or a request beyond the server's.
 * - `badUrl`: the address of the endpoint cannot be used; `cancelled`: the caller gave up.
 */
export const SEGMENT_ERROR_KINDS = [
  'offline',
  'dropped',
  'timeout',
  'untrusted',
  'unauthorized',
  'forbidden',
  'notFound',
  'validation',
  'conflict',
  'rateLimited',
  'serverError',
  'redirect',
  'badAnswer',
  'badShape',
  'endless',
  'tooLarge',
  'badUrl',
  'cancelled',
] as const;
export type SegmentErrorKind = (typeof SEGMENT_ERROR_KINDS)[number];

/** What is known of a failed call besides its kind and words. */
export interface SegmentErrorDetails {
  /** Such as `GET /users/{userId}`: the template, never the ids in it. */
  readonly endpoint?: string;
  readonly status?: number;
  /** The dotted path of the field concerned, as the server or the schema names it. */
  readonly field?: string;
  /** How long the server asks to wait, in milliseconds. */
  readonly waitMs?: number | undefined;
  /** What the admin can do, where the usual advice for the kind does not fit. */
  readonly advice?: string;
  /** The answer was cut short or was an HTML page of a proxy: worth another try. */
  readonly passing?: boolean;
}

const CODES: Record<SegmentErrorKind, FailureCode> = {
  offline: 'offline',
  dropped: 'offline',
  timeout: 'offline',
  untrusted: 'badAnswer',
  unauthorized: 'unauthorized',
  forbidden: 'unauthorized',
  notFound: 'notFound',
  validation: 'badInput',
  conflict: 'conflict',
  rateLimited: 'rateLimited',
  serverError: 'serverError',
  redirect: 'badAnswer',
  badAnswer: 'badAnswer',
  badShape: 'badAnswer',
  endless: 'badAnswer',
  tooLarge: 'badAnswer',
  badUrl: 'badInput',
  cancelled: 'cancelled',
};

const ADVICE: Record<SegmentErrorKind, string> = {
  offline: 'Check the network connection; Gatehouse tries again by itself.',
  dropped: 'Check the network connection; Gatehouse tries again by itself.',
  timeout: 'Check the network connection; Gatehouse tries again by itself.',
  untrusted: 'Check the address, and whether a proxy of your network stands in between.',
  unauthorized:
    'Check that the token is still valid, is a Workspace Owner’s, and that the region is the right one.',
  forbidden: 'Use a token with the Workspace Owner role.',
  notFound: 'It may be gone meanwhile: sync again.',
  validation: '',
  conflict: 'Sync again and look at what changed.',
  rateLimited: 'Try again in a few minutes.',
  serverError: 'Try again later; if it stays, look at Segment’s status page.',
  redirect: 'Check the address: Gatehouse never sends a token on to another server.',
  badAnswer: 'Check the address: it does not seem to be Segment’s Public API.',
  badShape: 'Gatehouse may need an update.',
  endless: 'Try again; if it stays, tell Segment’s support.',
  tooLarge: 'Try again; if it stays, tell Segment’s support.',
  badUrl: '',
  cancelled: '',
};

/**
 * A typed failure of the client. `message` says what happened, `failure` adds
 * what to do next, for the admin; neither ever holds the token.
 */
export class SegmentError extends Error {
  override readonly name = 'SegmentError';
  readonly failure: Failure;

  constructor(
    readonly kind: SegmentErrorKind,
    message: string,
    readonly details: SegmentErrorDetails = {},
  ) {
    super(message);
    const advice = details.advice ?? ADVICE[kind];
    this.failure = { code: CODES[kind], message: advice === '' ? message : `${message} ${advice}` };
  }
}

/** The failure that the window gets for whatever a call of the client threw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof SegmentError) return error.failure;
  return {
    code: 'internal',
    message:
      'Something unexpected went wrong while talking to Segment. Try again; if it stays, restart Gatehouse.',
  };
}

/** The error for a call that its caller gave up. */
export function cancelled(): SegmentError {
  return new SegmentError('cancelled', 'Cancelled.');
}
