import type { Grant, Snapshot } from '@contract/snapshot';
import { certain, type Derivation, possible } from './derivation';
import { type CatalogueRole, roleOf } from './roles';

/**
 * What one member holds: each grant with its role (`undefined`: not in the
 * catalogue), the other grants of the same holder, and how sure it is that
 * the member holds it. `anything` stands for grants that could not be read.
 */
export type Holding =
  | { kind: 'anything' }
  | {
      kind: 'grant';
      grant: Grant;
      role: CatalogueRole | undefined;
      siblings: Grant[];
      held: Derivation;
    };

function ofHolder(snapshot: Snapshot, grants: Grant[] | null, held: Derivation): Holding[] {
  if (grants === null) return [{ kind: 'anything' }];
  return grants.map((grant) => ({
    kind: 'grant',
    grant,
    role: roleOf(grant, snapshot.roles),
    siblings: grants,
    held,
  }));
}

/** R2, R3, R30 to R32: all holdings of one member. */
export function holdingsOf(snapshot: Snapshot, memberId: string): Holding[] {
  const holdings: Holding[] = [];
  for (const member of snapshot.members) {
    if (member.id === memberId) holdings.push(...ofHolder(snapshot, member.grants, certain));
  }
  for (const group of snapshot.groups) {
    if (group.memberIds === null) {
      if (group.memberCount > 0) holdings.push(...ofHolder(snapshot, group.grants, possible));
    } else if (group.memberIds.includes(memberId)) {
      holdings.push(...ofHolder(snapshot, group.grants, certain));
    }
  }
  if (couldNotRead(snapshot, 'groups')) holdings.push({ kind: 'anything' });
  return holdings;
}

/** Whether a whole list of the workspace could not be read. */
export function couldNotRead(snapshot: Snapshot, subject: Snapshot['unknowns'][number]['subject']): boolean {
  return snapshot.unknowns.some((unknown) => unknown.subject === subject && unknown.id === undefined);
}
