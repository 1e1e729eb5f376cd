import type { SnapshotSummary } from '@contract/workspaces';
import { type KnownCount, knownCount } from '../../stores/known-counts';
import type { ReachTelling } from './reach-words';

/** How many there are, where all could be read. */
function whole(count: KnownCount): number | null {
  return count.kind === 'exact' ? count.count : null;
}

/** What somebody reaches, or a group gives, out of all resources of the workspace. */
export function resourcesReached(lead: 'reaches' | 'gives', snapshot: SnapshotSummary): ReachTelling {
  return { lead, one: 'resource', many: 'resources', of: whole(knownCount(snapshot, 'resources')) };
}

/** Who reaches a resource, out of all members of the workspace; invites open nothing. */
export function peopleReaching(snapshot: SnapshotSummary): ReachTelling {
  return { lead: 'reached by', one: 'person', many: 'people', of: whole(knownCount(snapshot, 'members')) };
}
