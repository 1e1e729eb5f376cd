import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');

/** Gives a plain Node process the `parentPort` that Electron gives its utility processes. */
const parentPort = `
  const listeners = [];
  process.on('message', (data) => { for (const listener of listeners) listener({ data }); });
  process.parentPort = {
    postMessage: (message) => process.send(message),
    on: (event, listener) => { if (event === 'message') listeners.push(listener); },
  };
`;

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function run(preload: readonly string[], ...args: string[]): ChildProcess {
  const child = fork(resolve(root, 'src-main/sandbox/child.ts'), args, {
    cwd: root,
    execArgv: [
      '--import',
      'tsx',
      ...preload.flatMap((code) => ['--import', `data:text/javascript,${encodeURIComponent(code)}`]),
    ],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  started.push(child);
  return child;
}

const readySchema = z.strictObject({
  kind: z.literal('ready'),
  url: z.string(),
  workspaces: z.array(z.looseObject({ slug: z.string(), ownerToken: z.string() })),
});

describe('the utility process', { timeout: 30_000 }, () => {
  it('posts one ready message, serves, ignores what it does not know, and stops when it is told to', async () => {
    const child = run([parentPort], '--port=0');
    const [message] = await once(child, 'message');
    const { url, workspaces } = readySchema.parse(message);
    const headers = { Authorization: `Bearer ${workspaces[0]?.ownerToken}` };
    child.send({ kind: 'dance' });
    child.send('stop');
    expect((await fetch(`${url}/`, { headers })).status).toBe(200);
    const more: unknown[] = [];
    child.on('message', (other) => more.push(other));
    child.send({ kind: 'stop' });
    expect(await once(child, 'exit')).toEqual([0, null]);
    expect(more).toEqual([]);
    await expect(fetch(`${url}/`, { headers })).rejects.toThrow();
  });

  it('posts a failed message when it cannot start', async () => {
    const first = run([parentPort]);
    const ready = readySchema.parse((await once(first, 'message'))[0]);
    for (const argument of [`--port=${new URL(ready.url).port}`, '--port=none']) {
      const child = run([parentPort], argument);
      const [message] = await once(child, 'message');
      expect(message).toEqual({ kind: 'failed', message: expect.stringMatching(/EADDRINUSE|--port/) });
      expect(await once(child, 'exit')).toEqual([argument === '--port=none' ? 2 : 1, null]);
    }
  });

  it('does nothing without Electron', async () => {
    const child = run([]);
    const errors: string[] = [];
    child.stderr?.setEncoding('utf8').on('data', (text: string) => errors.push(text));
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(errors.join('')).toContain('the sandbox process was not started by Electron');
  });
});
