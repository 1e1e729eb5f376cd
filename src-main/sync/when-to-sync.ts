import type { SandboxState } from '@contract/channels';
import type { Endpoint } from '@contract/workspaces';
import type { SyncManager } from './sync-manager';

/** A connected workspace, as far as it matters here. */
interface Reachable {
  readonly key: string;
  readonly endpoint: Endpoint;
}

/** What decides on syncs needs to see and to do. */
export interface SyncSurroundings {
  /** The connected workspaces; none while the vault is locked. */
  readonly connected: () => readonly Reachable[];
  readonly syncs: Pick<SyncManager, 'start' | 'cancel' | 'networkMayBeBack'>;
  readonly sandbox: { state(): SandboxState; start(): Promise<unknown> };
  /** Whether the admin stopped the sandbox: then it stays so, also over restarts. */
  readonly sandboxStopped: () => boolean;
}

/** Decides when workspaces are read by themselves: at the start, and when the network or the sandbox comes and goes. */
export interface WhenToSync {
  /** What was cached is shown: the sandbox comes back where it was on, and everything is read. */
  begin(): void;
  /** Says how the system's network is; only changes matter. */
  network(online: boolean): void;
  sandboxChanged(state: SandboxState): void;
  /** The app is closing: nothing begins any more. */
  close(): void;
}

const LOOPBACK = /^https?:\/\/(localhost|127\.|\[::1\])/i;

/** Whether a workspace is on this machine, where a lost network does not matter. */
function isLocal({ endpoint }: Reachable): boolean {
  return endpoint.kind === 'sandbox' || (endpoint.kind === 'custom' && LOOPBACK.test(endpoint.url.trim()));
}

/** `online` is how the network is at the start. */
export function createWhenToSync(around: SyncSurroundings, online: boolean): WhenToSync {
  const { connected, syncs, sandbox, sandboxStopped } = around;
  let wasOnline = online;
  let closed = false;

  const sandboxed = () => connected().filter(({ endpoint }) => endpoint.kind === 'sandbox');
  const read = (workspaces: readonly Reachable[]) => {
    if (closed) return;
    for (const { key } of workspaces) syncs.start(key);
  };

  return {
    begin: () => {
      read(connected().filter(({ endpoint }) => endpoint.kind !== 'sandbox'));
      const waiting = sandboxed();
      if (waiting.length === 0 || closed) return;
      const { kind } = sandbox.state();
      if (sandboxStopped() || kind === 'running') read(waiting);
      else {
        sandbox.start().then(
          () => read(sandboxed()),
          () => read(sandboxed()),
        );
      }
    },
    network: (nowOnline) => {
      const before = wasOnline;
      wasOnline = nowOnline;
      if (closed || nowOnline === before) return;
      // Trying what is elsewhere is how it is found to be offline, and since when.
      if (nowOnline) syncs.networkMayBeBack();
      else read(connected().filter((workspace) => !isLocal(workspace)));
    },
    sandboxChanged: ({ kind }) => {
      if (closed || kind === 'running' || kind === 'starting') return;
      for (const { key } of sandboxed()) {
        syncs.cancel(key);
        syncs.start(key);
      }
    },
    close: () => {
      closed = true;
    },
  };
}
