import type { Endpoint } from '@contract/workspaces';
import { resolveBaseUrl } from '../segment/base-url';
import { createSegmentClient, type SegmentClient, type SegmentClientOptions } from '../segment/client';
import { Failed } from '../storage/failed';
import type { WorkspaceRegistry } from './registry';

/** What it takes to talk to a workspace. */
export interface Connection {
  client: SegmentClient;
  /** Whether the endpoint may be asked for the sandbox's extensions: never Segment itself. */
  mayHaveExtensions: boolean;
}

/** Makes clients for connected workspaces and for ones that are being added. */
export interface Connections {
  /** @throws Failed `offline` while the sandbox is stopped, `badInput` for an address that cannot be used */
  to(endpoint: Endpoint, token: string): Connection;
  of(key: string): Connection;
}

/** `sandboxUrl` is where the embedded sandbox listens, `null` while it does not run. */
export function createConnections(
  registry: WorkspaceRegistry,
  sandboxUrl: () => string | null,
  network: Omit<SegmentClientOptions, 'baseUrl' | 'token'>,
): Connections {
  const addressOf = (endpoint: Endpoint): string => {
    if (endpoint.kind !== 'sandbox') return resolveBaseUrl(endpoint);
    const url = sandboxUrl();
    if (url === null) {
      throw new Failed('offline', 'The sandbox is stopped. Start it to read its workspaces anew.');
    }
    return url;
  };

  const to = (endpoint: Endpoint, token: string): Connection => ({
    client: createSegmentClient({ ...network, baseUrl: addressOf(endpoint), token }),
    mayHaveExtensions: endpoint.kind === 'sandbox' || endpoint.kind === 'custom',
  });

  return { to, of: (key) => to(registry.get(key).endpoint, registry.tokenOf(key)) };
}
