import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, internalError, Problems } from '../wire/api-error';
import type { Call } from '../wire/call';

const LONGEST_DELAY_MS = 60_000;

interface EchoRequest {
  readonly message: string;
  readonly delay: number;
  readonly statusCode: number | undefined;
  readonly triggers: ReadonlySet<string>;
}

const TRIGGERS = ['triggerError', 'triggerMultipleErrors', 'triggerUnexpectedError'] as const;

function readRequest({ query }: Call): EchoRequest {
  const problems = new Problems();
  const message = query.text('message');
  if (message === undefined) problems.add('message', 'is required');
  const wholeNumber = (name: string, low: number, high: number): number | undefined => {
    const text = query.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (Number.isInteger(value) && value >= low && value <= high) return value;
    problems.add(name, `must be a whole number from ${low} to ${high}`);
    return undefined;
  };
  const delay = wholeNumber('delay', 0, LONGEST_DELAY_MS) ?? 0;
  const statusCode = wholeNumber('statusCode', 200, 599);
  if (statusCode !== undefined && statusCode > 201 && statusCode < 400) {
    problems.add('statusCode', 'must be 200, 201 or from 400 to 599');
  }
  const triggers = new Set<string>();
  for (const name of TRIGGERS) {
    const text = query.text(name);
    if (text === 'true') triggers.add(name);
    else if (text !== undefined && text !== 'false') problems.add(name, 'must be true or false');
  }
  problems.throwIfAny();
  return { message: message ?? '', delay, statusCode, triggers };
}

/** GET `/echo`: gives back the message, or the failure that was asked for. The token is not echoed. */
export async function echo(call: Call) {
  const { message, delay, statusCode, triggers } = readRequest(call);
  if (delay > 0) await wait(delay, undefined, { signal: call.signal });
  const failing = statusCode !== undefined && statusCode >= 400;
  const error = { type: 'RequestError', message };
  if (triggers.has('triggerError')) throw new ApiError(failing ? statusCode : 422, [error]);
  if (triggers.has('triggerMultipleErrors')) throw new ApiError(failing ? statusCode : 422, [error, error]);
  if (triggers.has('triggerUnexpectedError')) throw internalError();
  if (failing) throw new ApiError(statusCode, [error]);
  if (statusCode !== undefined) call.setStatus(statusCode);
  const { authorization: _token, ...headers } = call.headers;
  return { method: 'get', message, headers };
}
