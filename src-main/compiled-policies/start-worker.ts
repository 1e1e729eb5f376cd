import { join } from 'node:path';
import { Worker, type WorkerOptions } from 'node:worker_threads';
import type { PolicyWorker } from './compiled-policies';

/** Starts a worker from a built file: the app's is `policy-worker.js` beside the file that runs. */
export function startPolicyWorker(
  file: string | URL = join(import.meta.dirname, 'policy-worker.js'),
  options: WorkerOptions = {},
): PolicyWorker {
  const worker = new Worker(file, options);
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listen) => worker.on('message', listen),
    onEnd: (listen) => {
      let ended = false;
      const end = (why: string) => {
        if (ended) return;
        ended = true;
        listen(why);
      };
      worker.on('error', ({ message }) => end(message));
      worker.on('exit', (status) => end(`it ended with status ${status}`));
    },
    stop: () => {
      void worker.terminate();
    },
  };
}
