/** One entry of the `errors` array, as the API's RequestError. */
export interface RequestError {
  readonly type: string;
  readonly message: string;
  readonly field?: string;
  readonly data?: unknown;
  readonly status: number;
}

/** A refusal with its status code; the listener turns it into the envelope. */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly RequestError[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    errors: ReadonlyArray<Omit<RequestError, 'status'>>,
    headers: Record<string, string> = {},
  ) {
    super(errors.map((error) => error.message).join('; '));
    this.name = 'ApiError';
    this.status = status;
    this.errors = errors.map((error) => ({ ...error, status }));
    this.headers = headers;
  }
}

/** 401 is the answer to a missing, wrong or insufficient token alike (Segment's documentation has no 403). */
export function unauthorized(message: string): ApiError {
  return new ApiError(401, [{ type: 'Unauthorized', message }], { 'WWW-Authenticate': 'Bearer' });
}

/** 404, also for a feature that the workspace has not. */
export function notFound(message: string): ApiError {
  return new ApiError(404, [{ type: 'NotFound', message }]);
}

/** 409: the request is well-formed but the state of the workspace forbids it. */
export function conflict(message: string): ApiError {
  return new ApiError(409, [{ type: 'Conflict', message }]);
}

/** 422 for one field. */
export function invalid(field: string, message: string): ApiError {
  return new ApiError(422, [{ type: 'input-validation', field, message }]);
}

/** 429 with the body that the documentation shows; `Retry-After` is in whole seconds. */
export function rateLimited(
  msBeforeNext: number,
  consumedPoints: number,
  headers: Readonly<Record<string, string>> = {},
): ApiError {
  return new ApiError(
    429,
    [
      {
        type: 'RateLimited',
        message: 'too many requests for this endpoint; wait and try again',
        data: { remainingPoints: 0, msBeforeNext, consumedPoints },
      },
    ],
    { ...headers, 'Retry-After': String(Math.max(1, Math.ceil(msBeforeNext / 1000))) },
  );
}

/** 500, which tells nothing of the inside. */
export function internalError(): ApiError {
  return new ApiError(500, [{ type: 'InternalServerError', message: 'an unexpected error occurred' }]);
}

/** Gathers everything that is wrong with an input, so that one answer can name every field. */
export class Problems {
  readonly #found: Array<{ type: string; field: string; message: string }> = [];

  add(field: string, message: string): void {
    this.#found.push({ type: 'input-validation', field, message });
  }

  get any(): boolean {
    return this.#found.length > 0;
  }

  /** Throws 422 when anything was found. */
  throwIfAny(): void {
    if (this.any) throw new ApiError(422, this.#found);
  }
}
