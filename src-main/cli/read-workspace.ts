import type { Snapshot } from '@contract/snapshot';
import { resolveBaseUrl } from '../segment/base-url';
import { createSegmentClient } from '../segment/client';
import { sleep } from '../segment/sleep';
import { probeWorkspace } from '../sync/probe-workspace';
import type { Progress } from '../sync/progress';
import { syncWorkspace } from '../sync/sync-workspace';

/** Reads a whole workspace without a window. Nothing is kept. @throws SegmentError */
export async function readWorkspace(
  url: string,
  token: string,
  onProgress: (progress: Progress) => void,
): Promise<Snapshot> {
  const { url: baseUrl, mayHaveExtensions } = resolveBaseUrl({ kind: 'custom', url });
  const now = () => Date.now();
  const client = createSegmentClient({
    baseUrl,
    token,
    fetch: (address, init) => fetch(address, init),
    now,
    sleep,
    random: Math.random,
  });
  const { workspace, extensions } = await probeWorkspace({ client, mayHaveExtensions });
  return syncWorkspace({
    client,
    extensions,
    base: null,
    full: true,
    workspaceId: workspace.id,
    onProgress,
    now,
  });
}
