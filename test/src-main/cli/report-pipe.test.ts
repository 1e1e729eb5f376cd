import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../../src-main/sandbox/server';

const ROOT = resolve(import.meta.dirname, '../../..');
let sandbox: Sandbox;
let folder: string;
let token: string;
beforeAll(async () => {
  sandbox = await startSandbox();
  token = sandbox.workspaces[0]?.ownerToken ?? '';
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-pipe-'));
});
afterAll(async () => {
  await sandbox.close();
  await rm(folder, { recursive: true });
});

const words = (out: string) => [
  ...['--import', 'tsx', 'src-main/cli/main.ts', 'report', 'access', '--all', '--url', sandbox.url],
  ...['--token-env', 'SEGMENT_TOKEN', '--format', 'csv', '--out', out],
];
const options = () => ({ cwd: ROOT, env: { ...process.env, SEGMENT_TOKEN: token } });

describe('gatehouse report, as a process', () => {
  it('writes the same rows to a file and to standard output', async () => {
    const path = join(folder, 'access.csv');
    await writeFile(path, 'what was there before');
    await promisify(execFile)(process.execPath, words(path), options());
    const { stdout } = await promisify(execFile)(process.execPath, words('-'), {
      ...options(),
      maxBuffer: 2 ** 28,
    });
    expect(stdout).toBe(await readFile(path, 'utf8'));
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect((await readdir(folder)).sort()).toEqual(['access.about.csv', 'access.csv']);
  }, 60_000);

  it('ends quietly when whoever reads has had enough', async () => {
    const child = spawn(process.execPath, words('-'), options());
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const [status] = await once(child, 'close');
    expect(status).toBe(1);
    expect(said).not.toMatch(/EPIPE|at .*\.ts/);
  }, 60_000);
});
