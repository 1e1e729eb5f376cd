import type { Change } from '@contract/changes';
import type { LabelRow } from '@contract/lists';
import type { LabelRef, ResourceType } from '@contract/snapshot';
import { labelText } from '../../components/list/label-text';
import { groupedBy } from './grouped-by';

/** How something stands with the draft. */
export type Mark = 'kept' | 'added' | 'removed';

export interface Marked<Thing> {
  thing: Thing;
  mark: Mark;
}

/** The labels by key, with those that the draft creates and deletes. */
export function draftedLabels(
  rows: readonly LabelRow[],
  changes: readonly Change[],
): { key: string; labels: Marked<LabelRef>[] }[] {
  const all = new Map<string, Marked<LabelRef>>();
  for (const { key, value } of rows) all.set(`${key}:${value}`, { thing: { key, value }, mark: 'kept' });
  for (const change of changes) {
    if (change.kind === 'createLabel') {
      const { key, value } = change.label;
      all.set(labelText(change.label), { thing: { key, value }, mark: 'added' });
    } else if (change.kind === 'deleteLabel') {
      const known = all.get(labelText(change.label));
      if (known?.mark === 'added') all.delete(labelText(change.label));
      else if (known !== undefined) all.set(labelText(change.label), { ...known, mark: 'removed' });
    }
  }
  return groupedBy([...all.values()], ({ thing }) => thing.key).map(({ name, things }) => ({
    key: name,
    labels: things,
  }));
}

/** The labels that a resource wears with the draft; `null` where they cannot be seen. */
export function draftedWorn(
  labels: readonly LabelRef[] | null,
  resource: { type: ResourceType; id: string },
  changes: readonly Change[],
): Marked<LabelRef>[] | null {
  if (labels === null) return null;
  let worn: Marked<LabelRef>[] = labels.map((thing) => ({ thing, mark: 'kept' }));
  for (const change of changes) {
    if (change.kind !== 'addLabel' && change.kind !== 'removeLabel') continue;
    if (change.resource.type !== resource.type || change.resource.id !== resource.id) continue;
    const text = labelText(change.label);
    if (change.kind === 'addLabel') {
      // One value of a key can be worn: the other makes way.
      worn = worn.flatMap((each) =>
        labelText(each.thing) === text ? [] : each.thing.key === change.label.key ? leave(each) : [each],
      );
      const again = labels.some((each) => labelText(each) === text);
      worn = [...worn, { thing: change.label, mark: again ? 'kept' : 'added' }];
    } else {
      worn = worn.flatMap((each) => (labelText(each.thing) === text ? leave(each) : [each]));
    }
  }
  return worn;
}

function leave(entry: Marked<LabelRef>): Marked<LabelRef>[] {
  return entry.mark === 'added' ? [] : [{ ...entry, mark: 'removed' }];
}

/** What the draft does with groups and people. */
export interface DraftedPeople {
  createdGroups: { id: string; name: string }[];
  /** New names by group id. */
  renamed: ReadonlyMap<string, string>;
  deletedGroups: ReadonlySet<string>;
  removedMembers: ReadonlySet<string>;
  invited: string[];
  revoked: ReadonlySet<string>;
  /** How many more or fewer are in a group, by its id. */
  joined: ReadonlyMap<string, number>;
}

export function draftedPeople(changes: readonly Change[]): DraftedPeople {
  const createdGroups: { id: string; name: string }[] = [];
  const renamed = new Map<string, string>();
  const deletedGroups = new Set<string>();
  const removedMembers = new Set<string>();
  const invited: string[] = [];
  const revoked = new Set<string>();
  const joined = new Map<string, number>();
  const join = (id: string, by: number) => joined.set(id, (joined.get(id) ?? 0) + by);
  for (const change of changes) {
    switch (change.kind) {
      case 'createGroup':
        createdGroups.push({ id: change.groupId, name: change.name });
        break;
      case 'renameGroup':
        renamed.set(change.groupId, change.name);
        break;
      case 'deleteGroup':
        deletedGroups.add(change.groupId);
        break;
      case 'removeMember':
        removedMembers.add(change.memberId);
        break;
      case 'invite':
        invited.push(change.email);
        break;
      case 'revokeInvite':
        revoked.add(change.email);
        break;
      case 'addToGroup':
        join(change.groupId, 1);
        break;
      case 'removeFromGroup':
        join(change.groupId, -1);
    }
  }
  return { createdGroups, renamed, deletedGroups, removedMembers, invited, revoked, joined };
}
