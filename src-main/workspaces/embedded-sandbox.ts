import type { SandboxState } from '@contract/channels';
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

/** The process of the sandbox, as far as it is used here: Electron's `UtilityProcess` is one. */
export interface SandboxProcess {
  on(event: 'message', listener: (message: unknown) => void): unknown;
  on(event: 'exit', listener: () => void): unknown;
  kill(): unknown;
}

/**
 * Makes the sandbox. `fork` starts its process, which listens on a free loopback
 * port; `onChange` hears every change of state, also when the process dies by
 * itself. What a process says after it was stopped does not count.
 */
export function createEmbeddedSandbox(
  fork: () => SandboxProcess,
  onChange: (state: SandboxState) => void,
): EmbeddedSandbox {
  let state: SandboxState = { kind: 'stopped', url: null };
  let child: SandboxProcess | null = null;
  let starting: Promise<SandboxReady> | null = null;

  const become = (next: SandboxState) => {
    state = next;
    onChange(next);
  };

  const launch = (): Promise<SandboxReady> =>
    new Promise((resolve, reject) => {
      become({ kind: 'starting', url: null });
      const forked = fork();
      child = forked;
      const limit = setTimeout(() => {
        forked.kill();
        reject(new Error('the sandbox did not start in time'));
      }, START_LIMIT_MS);
      forked.on('message', (message: unknown) => {
        if (child !== forked) return;
        const ready = readySchema.safeParse(message);
        if (!ready.success) return;
        clearTimeout(limit);
        become({ kind: 'running', url: ready.data.url });
        resolve(ready.data);
      });
      forked.on('exit', () => {
        clearTimeout(limit);
        reject(new Error('the sandbox stopped while it was starting'));
        if (child !== forked) return;
        child = null;
        starting = null;
        become({ kind: state.kind === 'starting' ? 'failed' : 'stopped', url: null });
      });
    });

  return {
    state: () => state,
    start: () => {
      starting ??= launch();
      return starting;
    },
    stop: () => {
      if (child === null && state.kind === 'stopped') return;
      const running = child;
      child = null;
      starting = null;
      running?.kill();
      become({ kind: 'stopped', url: null });
    },
  };
}
