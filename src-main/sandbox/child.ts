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

/**
 * The sandbox in Electron's utility process. Takes the arguments of the command
 * (`--port=NNN`, default 0). Posts one `{kind: 'ready', url, workspaces}` or one
 * `{kind: 'failed', message}`; stops on `{kind: 'stop'}`.
 */
async function run(): Promise<void> {
  const parent = parentPortSchema.parse(Reflect.get(process, 'parentPort'));
  const parsed = readArguments(process.argv.slice(2), 0);
  if (parsed.kind !== 'options') {
    const message = parsed.kind === 'wrong' ? parsed.message : 'no help here';
    parent.postMessage({ kind: 'failed', message });
    process.exitCode = 2;
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
    parent.postMessage({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  }
}

await run();
