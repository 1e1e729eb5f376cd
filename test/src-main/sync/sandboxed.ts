import type { Snapshot } from '@contract/snapshot';
import { onTestFinished } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../src-main/sandbox/server';
import type { Fetch } from '../../../src-main/segment/attempt';
import { createSegmentClient } from '../../../src-main/segment/client';
import { sleep } from '../../../src-main/segment/sleep';
import type { Progress } from '../../../src-main/sync/progress';
import { type SyncInput, syncWorkspace } from '../../../src-main/sync/sync-workspace';

/** A sandbox that stops with the test. */
export async function sandboxed(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await startSandbox({ slowMs: 100, ...options });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** Answers in the place of the server; `undefined` lets the request through. */
export type Intercept = (method: string, path: string, url: URL) => Response | undefined;

export function errorAnswer(status: number): Response {
  return Response.json({ errors: [{ type: 'x', message: 'as the test wants it', status }] }, { status });
}

export function dataAnswer(data: object): Response {
  return Response.json({ data }, { headers: { Date: new Date().toUTCString() } });
}

/** A fetch that counts and may answer itself. */
export function countingFetch(intercept: Intercept = () => undefined): { fetch: Fetch; paths: string[] } {
  const paths: string[] = [];
  return {
    paths,
    fetch: async (address, init) => {
      const url = new URL(address);
      paths.push(url.pathname);
      return intercept(init.method ?? 'GET', url.pathname, url) ?? fetch(address, init);
    },
  };
}

/** The first workspace (Business), with its owner's token. */
export function ownerOf(
  sandbox: Sandbox,
  index = 0,
): { slug: string; id: string; token: string; memberToken: string } {
  const workspace = sandbox.workspaces[index];
  if (workspace === undefined) throw new Error('the sandbox has no such workspace');
  const { slug, id, ownerToken, memberToken } = workspace;
  return { slug, id, token: ownerToken, memberToken };
}

/** What a sync gave, with what it told on its way. */
export interface Synced {
  readonly snapshot: Snapshot;
  readonly progress: Progress[];
  readonly plan: string;
  readonly paths: string[];
}

export interface SyncHow
  extends Partial<Pick<SyncInput, 'base' | 'full' | 'signal' | 'extensions' | 'now' | 'workspaceId'>> {
  readonly token?: string;
  readonly intercept?: Intercept;
}

/** Syncs the first workspace of a sandbox. Server-side waits are real, backoff takes no time. */
export async function syncOnce(sandbox: Sandbox, how: SyncHow = {}): Promise<Synced> {
  const { fetch, paths } = countingFetch(how.intercept);
  const progress: Progress[] = [];
  let plan = 'none';
  const now = how.now ?? Date.now;
  const client = createSegmentClient({
    baseUrl: sandbox.url,
    token: how.token ?? ownerOf(sandbox).token,
    fetch,
    now,
    sleep,
    random: () => 0,
  });
  const snapshot = await syncWorkspace({
    client,
    extensions: how.extensions ?? true,
    base: how.base ?? null,
    full: how.full ?? false,
    workspaceId: how.workspaceId,
    signal: how.signal,
    now,
    onProgress: (each) => progress.push(each),
    onPlan: (chosen) => {
      plan = chosen.kind === 'full' ? chosen.why : 'incremental';
    },
  });
  return { snapshot, progress, plan, paths };
}

/** The content of a snapshot, without when and in how many pages it was read. */
export function contentOf(
  snapshot: Snapshot,
): Omit<Snapshot, 'startedAt' | 'completedAt' | 'fullReadAt' | 'reads'> {
  const {
    startedAt: _started,
    completedAt: _completed,
    fullReadAt: _full,
    reads: _reads,
    ...content
  } = snapshot;
  return content;
}

/** Writes as another administrator would. The status; whether it was accepted is up to the sandbox. */
export async function write(sandbox: Sandbox, method: string, path: string, body?: object): Promise<number> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { Authorization: `Bearer ${ownerOf(sandbox).token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}
