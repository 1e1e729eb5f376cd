import { z } from 'zod';
import { readArguments } from './arguments';
import { startSandbox } from './server';

/** The part of Electron's `process.parentPort` that is used here; Electron itself is not imported. */
interface ParentPort {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): unknown;
}

const parentPortSchema = z.custom<ParentPort>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    typeof Reflect.get(value, 'postMessage') === 'function' &&
    typeof Reflect.get(value, 'on') === 'function',
  'the sandbox process was not started by Electron',
);

const stopSchema = z.object({ kind: z.literal('stop') });

/** Messages to the parent are sent asynchronously: a moment for the last one to get there. */
const FAREWELL_MS = 250;

/** Tells why there is no sandbox, then ends the process, which under Electron does not end by itself. */
function fail(parent: ParentPort, status: 1 | 2, message: string): void {
  parent.postMessage({ kind: 'failed', message });
  setTimeout(() => process.exit(status), FAREWELL_MS);
}

/**
 * The sandbox in Electron's utility process. Takes the arguments of the command
 * (`--port=NNN`, default 0). Posts one `{kind: 'ready', url, workspaces}` and
 * stops on `{kind: 'stop'}`; or posts one `{kind: 'failed', message}` and ends.
 */
async function run(): Promise<void> {
  const parent = parentPortSchema.parse(Reflect.get(process, 'parentPort'));
  const parsed = readArguments(process.argv.slice(2), 0);
  if (parsed.kind !== 'options') {
    fail(parent, 2, parsed.kind === 'wrong' ? parsed.message : 'help is for the command');
    return;
  }
  try {
    const sandbox = await startSandbox(parsed.options);
    parent.on('message', ({ data }) => {
      if (!stopSchema.safeParse(data).success) return;
      // The port to the parent keeps the process alive, so it has to be ended.
      void sandbox.close().then(() => process.exit(0));
    });
    parent.postMessage({ kind: 'ready', url: sandbox.url, workspaces: sandbox.workspaces });
  } catch (error) {
    fail(parent, 1, error instanceof Error ? error.message : String(error));
  }
}

await run();
