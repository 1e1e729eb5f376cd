import { readArguments, USAGE } from './arguments';
import { type Sandbox, startSandbox } from './server';

/** The port of `npm run sandbox` when none is named. */
const USUAL_PORT = 4010;
const PARENT_CHECK_MS = 250;

/** Ends the process after the reason is on stderr. Wrong arguments end it with 2, anything else with 1. */
function fail(status: 1 | 2, message: string): void {
  process.stderr.write(message);
  process.exitCode = status;
}

function stopOnSignal(sandbox: Sandbox): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close();
    });
  }
}

/**
 * npm passes a signal to the shell that it runs a script in, and the shell ends
 * without passing it on. So under npm the sandbox ends with that shell, or it
 * would stay behind and keep its port.
 */
function stopWithNpm(sandbox: Sandbox): void {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    void sandbox.close();
  }, PARENT_CHECK_MS);
  watch.unref();
}

async function run(): Promise<void> {
  const parsed = readArguments(process.argv.slice(2), USUAL_PORT);
  switch (parsed.kind) {
    case 'wrong':
      fail(2, `sandbox: ${parsed.message}\n${USAGE}`);
      return;
    case 'help':
      process.stdout.write(USAGE);
      return;
    case 'options': {
      let sandbox: Sandbox;
      try {
        sandbox = await startSandbox(parsed.options);
      } catch (error) {
        fail(1, `sandbox: cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
        return;
      }
      stopOnSignal(sandbox);
      stopWithNpm(sandbox);
      const { url, workspaces } = sandbox;
      process.stdout.write(`${JSON.stringify({ url, workspaces })}\n`);
    }
  }
}

await run();
