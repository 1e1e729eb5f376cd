import type { WorkspaceView } from '@contract/workspaces';

/** Sums over all workspaces that have been read. */
export interface Totals {
  workspaces: number;
  /** Of those, how many nothing has been read of yet. */
  unread: number;
  members: number;
  groups: number;
  resources: number;
  /** Kinds of things that could not be seen, over all workspaces. */
  unknowns: number;
}

/** Adds up; someone who is in two workspaces counts in both. */
export function totalsOf(workspaces: readonly WorkspaceView[]): Totals {
  const totals: Totals = {
    workspaces: workspaces.length,
    unread: 0,
    members: 0,
    groups: 0,
    resources: 0,
    unknowns: 0,
  };
  for (const { snapshot } of workspaces) {
    if (snapshot === null) {
      totals.unread += 1;
      continue;
    }
    totals.members += snapshot.counts.members;
    totals.groups += snapshot.counts.groups;
    totals.resources += snapshot.counts.resources;
    totals.unknowns += snapshot.unknowns.length;
  }
  return totals;
}
