import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../../..');

/** The ready line, exactly as it is promised: no key more, no key less. */
const readySchema = z.strictObject({
  url: z.string(),
  workspaces: z
    .array(
      z.strictObject({
        slug: z.string(),
        id: z.string(),
        plan: z.enum(['free', 'team', 'business']),
        hipaa: z.boolean(),
        ownerToken: z.string(),
        memberToken: z.string(),
      }),
    )
    .length(3),
});

const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

const SCRIPT = ['--import', 'tsx', 'src-main/sandbox/main.ts'];

/** Runs the command on plain Node. */
function run(...args: string[]) {
  return watch(process.execPath, [...SCRIPT, ...args], process.env);
}

/** Runs the command as npm runs a script: in a shell that stays between npm and the command. */
function runInShell(...args: string[]) {
  const line = [process.execPath, ...SCRIPT, ...args].map((word) => `'${word}'`).join(' ');
  return watch('sh', ['-c', `${line}; exit $?`], { ...process.env, npm_lifecycle_event: 'sandbox' });
}

function watch(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  const output = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.err += text;
  });
  return { child, output, ended: once(child, 'close') };
}

/** Waits for the line that says that the server is up. */
async function ready({ child, output }: ReturnType<typeof run>) {
  while (!output.out.includes('\n')) {
    if (child.exitCode !== null) throw new Error(output.err);
    await once(child.stdout, 'data');
  }
  return readySchema.parse(JSON.parse(output.out));
}

describe('the command', { timeout: 30_000 }, () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'prints one line of JSON, serves, and ends well on %s',
    async (signal) => {
      const process = run('--port', '0', '--max-page', '5', '--fault', '500:1');
      const { url, workspaces } = await ready(process);
      expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(workspaces.map((workspace) => workspace.hipaa)).toEqual([false, true, false]);
      for (const [index, expected] of [500, 200].entries()) {
        const headers = { Authorization: `Bearer ${workspaces[0]?.ownerToken}` };
        const answer = await fetch(`${url}/users?pagination.count=20`, { headers });
        expect(answer.status, `request ${index}`).toBe(expected);
        const text = await answer.text();
        if (expected === 200) expect(text.match(/"email"/g)).toHaveLength(5);
      }
      process.child.kill(signal);
      expect(await process.ended).toEqual([0, null]);
      expect(process.output.out.trim().split('\n')).toHaveLength(1);
      expect(process.output.err).toBe('');
    },
  );

  it('ends with the shell of npm, which does not pass signals on', async () => {
    const shell = runInShell('--port', '0');
    const { url } = await ready(shell);
    shell.child.kill('SIGTERM');
    // The pipes close only when the command itself has ended.
    await shell.ended;
    await expect(fetch(url)).rejects.toThrow();
  });

  it('says what is wrong with its arguments and ends with 2', async () => {
    const { ended, output } = run('--scale', 'XXL');
    expect(await ended).toEqual([2, null]);
    expect(output.out).toBe('');
    expect(output.err).toContain('sandbox: --scale must be one of S, M, L');
    expect(output.err).toContain('usage:');
  });

  it('ends with 1 when the port is taken', async () => {
    const first = run('--port', '0');
    const { url } = await ready(first);
    const { ended, output } = run('--port', new URL(url).port);
    expect(await ended).toEqual([1, null]);
    expect(output.err).toMatch(/^sandbox: cannot start: .*EADDRINUSE/);
  });
});
