import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './launch';

/** The sandbox as its command runs it, in a process of its own. */
export interface AloneSandbox {
  url: string;
  workspaces: { slug: string; ownerToken: string; memberToken: string }[];
  /** Ends it at once, as when a network cable is pulled. */
  stop(): Promise<void>;
}

/** Starts `npm run sandbox` with these arguments and waits for its one line. */
export async function startAloneSandbox(args: string[]): Promise<AloneSandbox> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      'src-main/sandbox/main.ts',
      ...(args.includes('--port') ? [] : ['--port', '0']),
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  if (child.stdout === null) throw new Error('the sandbox has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, workspaces } = JSON.parse(line);
    return {
      url,
      workspaces,
      stop: async () => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise((done) => child.once('exit', done));
        child.kill('SIGKILL');
        await gone;
      },
    };
  }
  throw new Error('the sandbox ended before it was ready');
}
