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
    return [...list.slice(0, at), after, ...list.slice(at)];
  }
  const present = list[at];
  if (present === undefined) return null;
  if (present !== before && JSON.stringify(present) !== JSON.stringify(before)) return null;
  if (after !== null) return list.with(at, after);
  return [...list.slice(0, at), ...list.slice(at + 1)];
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
