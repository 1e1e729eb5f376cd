import { MessageChannel } from 'node:worker_threads';
import type { PolicyState } from '@contract/policy';
import {
  createCompiledPolicies,
  type PolicyWorker,
} from '../../../src-main/compiled-policies/compiled-policies';
import type { PolicyCounts, ToWorker } from '../../../src-main/compiled-policies/messages';
import { serve } from '../../../src-main/compiled-policies/serve';

/** The key of the workspace that tests ask about. */
export const KEY = '5f0f3a5e-9a0f-4a39-8f1e-0a6f3a3b1c11';

/** A worker on this thread: the real service behind a real message channel. */
export interface LocalWorker extends PolicyWorker {
  readonly sent: ToWorker[];
  /** Ends as a worker does that crashed. */
  crash(): void;
  /** What it hears is dropped from now on. */
  deafen(): void;
  stopped: boolean;
}

export function localWorker(): LocalWorker {
  const { port1, port2 } = new MessageChannel();
  serve({
    on: (event, listener) => port2.on(event, listener),
    postMessage: (message, transfer) => port2.postMessage(message, [...(transfer ?? [])]),
  });
  let hear: (why: string) => void = () => undefined;
  let deaf = false;
  const worker: LocalWorker = {
    sent: [],
    stopped: false,
    post: (message) => {
      worker.sent.push(message);
      if (!deaf) port1.postMessage(message);
    },
    onMessage: (listen) => port1.on('message', listen),
    onEnd: (listen) => {
      hear = listen;
    },
    stop: () => {
      worker.stopped = true;
      port1.close();
    },
    deafen: () => {
      deaf = true;
    },
    crash: () => {
      port1.close();
      hear('out of memory');
    },
  };
  return worker;
}

/** Compiled policies with workers on this thread, and everything that was told of them. */
export function runPolicies() {
  const workers: LocalWorker[] = [];
  const states: PolicyState[] = [];
  const counted: { key: string; fingerprint: string; counts: PolicyCounts }[] = [];
  const policies = createCompiledPolicies(
    () => {
      const worker = localWorker();
      workers.push(worker);
      return worker;
    },
    {
      onState: (state) => states.push(state),
      onCounts: (key, fingerprint, counts) => counted.push({ key, fingerprint, counts }),
    },
  );
  return { policies, workers, states, counted };
}
