import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { serve } from './serve';

// As in main: schemas are compiled with `new Function` unless told not to.
z.config({ jitless: true });

if (parentPort === null) throw new Error('this file runs as a worker');
const port = parentPort;
serve({
  on: (event, listener) => port.on(event, listener),
  postMessage: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
});
