import { join } from 'node:path';
import { utilityProcess } from 'electron';
import type { SandboxProcess } from '../workspaces/embedded-sandbox';

/** Starts the sandbox in a process of its own, from the built `sandbox.js` beside this file. */
export function forkSandbox(): SandboxProcess {
  return utilityProcess.fork(join(import.meta.dirname, 'sandbox.js'), [], {
    serviceName: 'Gatehouse sandbox',
    stdio: 'ignore',
  });
}
