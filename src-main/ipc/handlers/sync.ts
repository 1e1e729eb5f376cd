import type { SyncManager } from '../../sync/sync-manager';
import type { WorkspaceRegistry } from '../../workspaces/registry';
import type { Handlers } from '../wire';

/** Reading a workspace anew, by hand. */
export function syncHandlers(
  registry: WorkspaceRegistry,
  syncs: SyncManager,
): Pick<Handlers, 'sync.start' | 'sync.cancel'> {
  return {
    'sync.start': ({ key, full }) => {
      syncs.start(registry.get(key).key, { full });
      return undefined;
    },
    'sync.cancel': ({ key }) => {
      syncs.cancel(registry.get(key).key);
      return undefined;
    },
  };
}
