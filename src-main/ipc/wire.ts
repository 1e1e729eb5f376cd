import {
  type ChannelOutput,
  channels,
  type EventPayload,
  events,
  type ParsedInput,
} from '@contract/channels';
import { type Failure, failureSchema, type Reply } from '@contract/failure';
import { type ChannelName, channelNames, type EventName } from '@contract/names';
import { ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { isTrusted } from './sender';

/** What answers each channel. Input is parsed already; what is thrown becomes a failure. */
export type Handlers = {
  [Name in ChannelName]: (input: ParsedInput<Name>) => ChannelOutput<Name> | Promise<ChannelOutput<Name>>;
};

/** The same schemas, with the types that TypeScript can follow from a name to its input and output. */
const schemas: {
  [Name in ChannelName]: { input: z.ZodType<ParsedInput<Name>>; output: z.ZodType<ChannelOutput<Name>> };
} = channels;

const PREFIX = 'gatehouse:';
const carriesFailure = z.object({ failure: failureSchema });

const refused: Failure = {
  code: 'refused',
  message: 'This call was refused: it did not come from the Gatehouse window.',
};

/**
 * The failure that the window gets for whatever a handler threw. Errors that
 * carry a failure say it themselves; any other is a defect whose text might
 * hold anything, so the window gets none of it.
 */
export function failureFrom(error: unknown): Failure {
  const parsed = carriesFailure.safeParse(error);
  if (parsed.success) return parsed.data.failure;
  return {
    code: 'internal',
    message: 'Something went wrong inside Gatehouse. Try again; if it stays, restart the app.',
  };
}

/** Parses the input, runs the handler, cuts the answer down to the contract. Never throws. */
export async function answer<Name extends ChannelName>(
  handlers: Handlers,
  name: Name,
  input: unknown,
): Promise<Reply<ChannelOutput<Name>>> {
  const channel = schemas[name];
  const parsed = channel.input.safeParse(input);
  if (!parsed.success) {
    const first = parsed.error.issues[0];
    const where = first === undefined ? '' : first.path.map(String).join('.');
    return {
      ok: false,
      failure: {
        code: 'badInput',
        message: where === '' ? 'That input is not valid.' : `That input is not valid: check \`${where}\`.`,
      },
    };
  }
  try {
    const handler: Handlers[Name] = handlers[name];
    const value = await handler(parsed.data);
    return { ok: true, value: channel.output.parse(value) };
  } catch (error) {
    return { ok: false, failure: failureFrom(error) };
  }
}

/**
 * Connects the handlers to the window. This file is the only one that touches
 * `ipcMain` and `webContents.send`. `beforeCall` runs before every call that is answered.
 */
export function connect(
  handlers: Handlers,
  ours: () => WebContents | null,
  developmentUrl: string | null,
  beforeCall: () => void = () => undefined,
): void {
  for (const name of channelNames) {
    ipcMain.handle(PREFIX + name, (event, input: unknown) => {
      if (!isTrusted(event, ours(), developmentUrl)) return { ok: false, failure: refused };
      beforeCall();
      return answer(handlers, name, input);
    });
  }
}

/** Tells the window something; a window that is gone hears nothing. */
export function send<Name extends EventName>(
  contents: WebContents | null,
  name: Name,
  payload: EventPayload<Name>,
): void {
  if (contents === null || contents.isDestroyed()) return;
  contents.send(PREFIX + name, z.parse(events[name], payload));
}
