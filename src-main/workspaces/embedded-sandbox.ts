import { join } from 'node:path';
import type { SandboxState } from '@contract/channels';
import { utilityProcess } from 'electron';
import { z } from 'zod';

/** What the sandbox process reports when it listens; anything else it says is that it could not. */
const readySchema = z.object({
  kind: z.literal('ready'),
  url: z.url(),
  workspaces: z.array(z.object({ id: z.string(), ownerToken: z.string() })),
});
export type SandboxReady = z.infer<typeof readySchema>;

const START_LIMIT_MS = 20_000;

/** The embedded sandbox server, in a process of its own. */
export interface EmbeddedSandbox {
  state(): SandboxState;
  /** Starts it, or answers at once when it runs. Rejects when it does not come up. */
  start(): Promise<SandboxReady>;
  stop(): void;
}

/**
 * Makes the sandbox that `start` runs from the built `sandbox.js` beside this
 * file. It listens on a free loopback port; `onChange` hears every change of
 * state, also when the process dies by itself.
 */
export function createEmbeddedSandbox(onChange: (state: SandboxState) => void): EmbeddedSandbox {
  let state: SandboxState = { kind: 'stopped', url: null };
  let child: Electron.UtilityProcess | null = null;
  let starting: Promise<SandboxReady> | null = null;

  const become = (next: SandboxState) => {
    state = next;
    onChange(next);
  };

  const launch = (): Promise<SandboxReady> =>
    new Promise((resolve, reject) => {
      become({ kind: 'starting', url: null });
      const forked = utilityProcess.fork(join(import.meta.dirname, 'sandbox.js'), [], {
        serviceName: 'Gatehouse sandbox',
        stdio: 'ignore',
      });
      child = forked;
      const limit = setTimeout(() => {
        forked.kill();
        reject(new Error('the sandbox did not start in time'));
      }, START_LIMIT_MS);
      forked.on('message', (message: unknown) => {
        const ready = readySchema.safeParse(message);
        if (!ready.success) return;
        clearTimeout(limit);
        become({ kind: 'running', url: ready.data.url });
        resolve(ready.data);
      });
      forked.on('exit', () => {
        clearTimeout(limit);
        if (child !== forked) return;
        child = null;
        starting = null;
        become({ kind: state.kind === 'starting' ? 'failed' : 'stopped', url: null });
        reject(new Error('the sandbox stopped while it was starting'));
      });
    });

  return {
    state: () => state,
    start: () => {
      starting ??= launch();
      return starting;
    },
    stop: () => {
      const running = child;
      child = null;
      starting = null;
      running?.kill();
      become({ kind: 'stopped', url: null });
    },
  };
}
