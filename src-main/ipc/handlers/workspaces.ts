import { addWorkspace, replaceToken } from '../../workspaces/add-workspace';
import type { Connections } from '../../workspaces/connections';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { WorkspaceRegistry } from '../../workspaces/registry';
import type { Handlers } from '../wire';

/** The connected workspaces. `sync` starts to read one. */
export function workspaceHandlers(
  registry: WorkspaceRegistry,
  connections: Connections,
  workspaces: OpenWorkspaces,
  sync: (key: string) => void,
): Pick<
  Handlers,
  | 'workspaces.list'
  | 'workspaces.add'
  | 'workspaces.replaceToken'
  | 'workspaces.remove'
  | 'workspaces.reorder'
> {
  return {
    'workspaces.list': () => workspaces.views(),
    'workspaces.add': async (wanted) => {
      const { key } = await addWorkspace(registry, connections, wanted);
      sync(key);
      return workspaces.view(key);
    },
    'workspaces.replaceToken': async ({ key, token }) => {
      await replaceToken(registry, connections, key, token);
      sync(key);
      return workspaces.view(key);
    },
    'workspaces.remove': async ({ key }) => {
      await registry.remove(key);
      return undefined;
    },
    'workspaces.reorder': async ({ keys }) => {
      await registry.reorder(keys);
      return undefined;
    },
  };
}
