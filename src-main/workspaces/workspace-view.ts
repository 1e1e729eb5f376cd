import type { Snapshot, Unknown } from '@contract/snapshot';
import type { SnapshotSummary, SyncState, WorkspaceView } from '@contract/workspaces';

/** What the registry keeps of a workspace and the window may see. */
export type WorkspaceIdentity = Pick<WorkspaceView, 'key' | 'id' | 'slug' | 'name' | 'email' | 'endpoint'>;

/** What is going on with one workspace in this run. */
export interface LiveState {
  sync: SyncState;
  cache: WorkspaceView['cache'];
  summary: SnapshotSummary | null;
}

/** The unknowns as the headers show them: one line for each subject and reason, with how many there are. */
function grouped(unknowns: readonly Unknown[]): SnapshotSummary['unknowns'] {
  const lines = new Map<string, SnapshotSummary['unknowns'][number]>();
  for (const { subject, reason } of unknowns) {
    const id = `${subject}\n${reason}`;
    const line = lines.get(id);
    lines.set(id, { subject, reason, count: (line?.count ?? 0) + 1 });
  }
  return [...lines.values()];
}

/** The short facts of a snapshot. `fromCache`: no sync of this run has confirmed it yet. */
export function summaryOf(snapshot: Snapshot, fromCache: boolean): SnapshotSummary {
  const { plan, hipaaEligible, tokens, actingToken } = snapshot.beyondApi;
  return {
    fingerprint: snapshot.fingerprint,
    completedAt: snapshot.completedAt,
    fromCache,
    counts: {
      members: snapshot.members.length,
      invites: snapshot.invites.length,
      groups: snapshot.groups.length,
      resources: snapshot.resources.length,
      labels: snapshot.labels.length,
      roles: snapshot.roles.length,
      tokens: tokens?.length ?? null,
    },
    unknowns: grouped(snapshot.unknowns),
    reads: [...snapshot.reads],
    plan,
    hipaaEligible,
    extensions: actingToken !== null,
    tokenRole: actingToken?.role ?? null,
  };
}

/** A connected workspace as the window gets it: without its token, with its state. */
export function viewOf(identity: WorkspaceIdentity, live: LiveState): WorkspaceView {
  const { key, id, slug, name, email, endpoint } = identity;
  return { key, id, slug, name, email, endpoint, sync: live.sync, cache: live.cache, snapshot: live.summary };
}
