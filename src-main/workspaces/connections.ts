import type { Endpoint } from '@contract/workspaces';
import { resolveBaseUrl } from '../segment/base-url';
import { createSegmentClient, type SegmentClient, type SegmentClientOptions } from '../segment/client';
import type { WorkspaceRegistry } from './registry';

/** What it takes to talk to a workspace. */
export interface Connection {
  readonly client: SegmentClient;
  /** Whether the endpoint may be asked for the sandbox's extensions: never Segment itself. */
  readonly mayHaveExtensions: boolean;
}

/** Makes clients for connected workspaces and for ones that are being added. */
export interface Connections {
  /** @throws SegmentError `offline` while the sandbox is stopped, `badUrl` for an address that cannot be used */
  to(endpoint: Endpoint, token: string): Connection;
  /** @throws Failed `notFound`, and as `to` */
  of(key: string): Connection;
}

/** `sandboxUrl` is where the embedded sandbox listens, `null` while it does not run. */
export function createConnections(
  registry: WorkspaceRegistry,
  sandboxUrl: () => string | null,
  network: Omit<SegmentClientOptions, 'baseUrl' | 'token'>,
): Connections {
  const to = (endpoint: Endpoint, token: string): Connection => {
    const { url, mayHaveExtensions } = resolveBaseUrl(endpoint, sandboxUrl());
    return { client: createSegmentClient({ ...network, baseUrl: url, token }), mayHaveExtensions };
  };
  return { to, of: (key) => to(registry.get(key).endpoint, registry.tokenOf(key)) };
}
