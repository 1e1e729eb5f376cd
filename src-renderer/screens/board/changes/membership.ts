import type { Change } from '@contract/changes';
import type { Reference } from '@contract/inspect';

type Kind = 'addToGroup' | 'removeFromGroup';

/** A person in a group, or a group of a person, as it is with the draft. */
export interface Joined {
  id: string;
  name: string;
  mark: 'kept' | 'added' | 'removed';
}

/**
 * Who belongs together with the draft. `idOf` answers the other side of a change
 * that is about the one at hand, `null` for changes that are not.
 */
export function joinedWith(
  references: readonly Reference[],
  changes: readonly Change[],
  idOf: (change: Extract<Change, { kind: Kind }>) => string | null,
  nameOf: (id: string) => string,
): Joined[] {
  const all = new Map<string, Joined>();
  for (const { subject, name } of references) all.set(subject.id, { id: subject.id, name, mark: 'kept' });
  for (const change of changes) {
    if (change.kind !== 'addToGroup' && change.kind !== 'removeFromGroup') continue;
    const id = idOf(change);
    if (id === null) continue;
    const known = all.get(id);
    if (change.kind === 'addToGroup') {
      all.set(id, { id, name: known?.name ?? nameOf(id), mark: known === undefined ? 'added' : 'kept' });
    } else if (known?.mark === 'added') {
      all.delete(id);
    } else if (known !== undefined) {
      all.set(id, { ...known, mark: 'removed' });
    }
  }
  return [...all.values()];
}
