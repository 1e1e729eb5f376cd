import { CacheKeeper } from '../cache/cache-keeper';
import { SnapshotShelf } from '../cache/snapshot-shelf';
import { notify } from '../stores/notices';
import { currentWorkspaces } from '../stores/workspaces';

/** The one keeper of the copies for offline reading. */
export const cacheKeeper = new CacheKeeper(new SnapshotShelf(), {
  tell: notify,
  nameOf: (key) => currentWorkspaces().find((each) => each.key === key)?.name ?? null,
});
