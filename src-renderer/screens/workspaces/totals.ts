import type { WorkspaceView } from '@contract/workspaces';
import { type CountedScreen, knownCount, sumOf } from '../../stores/known-counts';

/** A sum; without `complete` there are at least that many. */
export interface Sum {
  count: number;
  complete: boolean;
}

/** Sums over all workspaces that have been read. */
export interface Totals {
  workspaces: number;
  /** Of those, how many nothing has been read of yet. */
  unread: number;
  /** Someone who is in two workspaces counts in both. */
  members: Sum;
  groups: Sum;
  resources: Sum;
}

/** Adds up; a workspace that was not read is told apart, and what is unknown makes a sum a lower bound. */
export function totalsOf(workspaces: readonly WorkspaceView[]): Totals {
  const read = workspaces.flatMap(({ snapshot }) => snapshot ?? []);
  const unread = workspaces.length - read.length;
  const sum = (screen: CountedScreen): Sum => {
    const { count, complete } = sumOf(read.map((snapshot) => knownCount(snapshot, screen)));
    return { count, complete: complete && unread === 0 };
  };
  return {
    workspaces: workspaces.length,
    unread,
    members: sum('members'),
    groups: sum('groups'),
    resources: sum('resources'),
  };
}
