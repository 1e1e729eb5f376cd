import { Failed } from '../../storage/failed';
import type { Connections } from '../../workspaces/connections';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { Handlers } from '../wire';

/**
 * Public API tokens, where the workspace offers them: Segment's own Public API
 * does not. `sync` reads the workspace again after a change.
 */
export function tokenHandlers(
  connections: Connections,
  workspaces: OpenWorkspaces,
  sync: (key: string) => void,
): Pick<Handlers, 'tokens.create' | 'tokens.revoke'> {
  const ownersClient = (key: string) => {
    const role = workspaces.view(key).snapshot?.tokenRole ?? null;
    if (role === null) {
      throw new Failed(
        'unsupported',
        'This workspace does not let programs create or revoke tokens. Use the page of Segment’s app.',
      );
    }
    if (role !== 'Owner') throw new Failed('unauthorized', 'Only Workspace Owners create and revoke tokens.');
    return connections.of(key).client;
  };
  return {
    'tokens.create': async ({ key, description, role }) => {
      const created = await ownersClient(key).createToken({ description, role });
      sync(key);
      return created;
    },
    'tokens.revoke': async ({ key, id }) => {
      await ownersClient(key).revokeToken(id);
      sync(key);
      return undefined;
    },
  };
}
