import type { Endpoint } from '@contract/workspaces';
import { extensions } from '../segment/endpoints';
import { SegmentError } from '../segment/segment-error';
import { Failed } from '../storage/failed';
import { type ProbedWorkspace, probeWorkspace } from '../sync/probe-workspace';
import type { ConnectedWorkspace } from './connected-workspace';
import type { Connection, Connections } from './connections';
import type { SandboxReady } from './embedded-sandbox';
import type { WorkspaceRegistry } from './registry';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Tries a token. What is not connected yet is not tried again by itself, so the advice is another one. */
async function probeOnce(connection: Connection): Promise<ProbedWorkspace> {
  try {
    return await probeWorkspace(connection);
  } catch (error) {
    if (!(error instanceof SegmentError) || error.failure.code !== 'offline') throw error;
    throw new SegmentError(error.kind, error.message, {
      ...error.details,
      advice: 'Check the address and the network connection, then try again.',
    });
  }
}

/**
 * Tries a token and connects the workspace that it opens.
 *
 * @throws Failed or SegmentError that says what is wrong: token, address, email, or connected already
 */
export async function addWorkspace(
  registry: WorkspaceRegistry,
  connections: Connections,
  wanted: { token: string; endpoint: Endpoint; email: string },
): Promise<ConnectedWorkspace> {
  const { token, endpoint, email } = wanted;
  if (!EMAIL.test(email)) {
    throw new Failed(
      'badInput',
      'That is not an email address. Give the one that you are in this workspace.',
    );
  }
  const probed = await probeOnce(connections.to(endpoint, token));
  const { id, slug, name } = probed.workspace;
  return registry.add({ id, slug, name, email, endpoint, token, extensions: probed.extensions });
}

/**
 * Gives a connected workspace another token, once that one was tried.
 *
 * @throws as `addWorkspace`, and Failed `conflict` when the token belongs to another workspace
 */
export async function replaceToken(
  registry: WorkspaceRegistry,
  connections: Connections,
  key: string,
  token: string,
): Promise<ConnectedWorkspace> {
  const { id, endpoint, name } = registry.get(key);
  const probed = await probeOnce(connections.to(endpoint, token));
  if (probed.workspace.id !== id) {
    throw new Failed(
      'conflict',
      `That token belongs to ${probed.workspace.name}, not to ${name}. Add ${probed.workspace.name} as a workspace of its own.`,
    );
  }
  await registry.replaceToken(key, token);
  return registry.update(key, { extensions: probed.extensions });
}

/** Connects those of the sandbox's workspaces that are not connected yet, as the person who made their tokens. */
export async function addSandboxWorkspaces(
  registry: WorkspaceRegistry,
  connections: Connections,
  ready: SandboxReady,
): Promise<ConnectedWorkspace[]> {
  const added: ConnectedWorkspace[] = [];
  for (const { id, ownerToken: token } of ready.workspaces) {
    const present = registry.list().some((one) => one.endpoint.kind === 'sandbox' && one.id === id);
    if (present) continue;
    const endpoint = { kind: 'sandbox' } as const;
    const { client } = connections.to(endpoint, token);
    const email = (await client.read(extensions.workspace)).data.token.createdBy;
    added.push(await addWorkspace(registry, connections, { token, endpoint, email }));
  }
  return added;
}
