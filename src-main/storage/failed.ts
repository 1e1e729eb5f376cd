import type { Failure, FailureCode } from '@contract/failure';

/**
 * An error that says itself what the window gets to know. `failure.message` is
 * for the admin: what happened and what to do, never with a token in it. The
 * cause stays on this side of the bridge.
 */
export class Failed extends Error {
  override readonly name = 'Failed';
  readonly failure: Failure;

  constructor(code: FailureCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.failure = { code, message };
  }
}
