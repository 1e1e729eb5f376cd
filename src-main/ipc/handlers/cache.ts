import type { CacheOutbox } from '../../cache/outbox';
import type { OpenWorkspaces } from '../../workspaces/open-workspaces';
import type { Handlers } from '../wire';

/** Sealed snapshots on their way to IndexedDB and back. `begin` starts what waits for the end of restoring. */
export function cacheHandlers(
  outbox: CacheOutbox,
  workspaces: OpenWorkspaces,
  begin: () => void,
): Pick<Handlers, 'cache.take' | 'cache.stored' | 'cache.restore' | 'cache.restored'> {
  return {
    'cache.take': ({ key, id }) => outbox.take(key, id),
    'cache.stored': ({ key, id }) => {
      outbox.stored(key, id);
      return undefined;
    },
    'cache.restore': (sealed) => workspaces.restore(sealed),
    'cache.restored': () => {
      begin();
      return undefined;
    },
  };
}
