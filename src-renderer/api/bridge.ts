import type { Bridge } from '@contract/bridge';
import type { ChannelInput, ChannelOutput, EventPayload } from '@contract/channels';
import type { Failure, FailureCode } from '@contract/failure';
import type { ChannelName, EventName } from '@contract/names';

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly gatehouse: Bridge;
  }
}

/** A call that main answered with a failure. `message` is for the admin: what happened and what to do next. */
export class BridgeFailure extends Error {
  override readonly name = 'BridgeFailure';
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
  get code(): FailureCode {
    return this.failure.code;
  }
}

/** Asks main for something. Rejects with a {@link BridgeFailure} when main says that it could not. */
export async function call<Name extends ChannelName>(
  name: Name,
  ...input: undefined extends ChannelInput<Name> ? [] : [ChannelInput<Name>]
): Promise<ChannelOutput<Name>> {
  const reply = await window.gatehouse.call(name, ...input);
  if (!reply.ok) throw new BridgeFailure(reply.failure);
  return reply.value;
}

/** Listens to an event of main; the answer stops listening. */
export function on<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.gatehouse.on(name, listener);
}

/** Any thrown thing as a failure that can be shown. What is not a {@link BridgeFailure} is a defect of the app. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof BridgeFailure) return thrown.failure;
  return {
    code: 'internal',
    message: 'Gatehouse could not finish this because of a defect of its own. Try again, or reload the view.',
  };
}
