import type { Grant, Snapshot } from '@contract/snapshot';
import { certain, type Derivation, possible } from './derivation';
import { type CatalogueRole, roleOf } from './roles';

/**
 * What one member holds: each grant with its role (`undefined`: not in the
 * catalogue), the other grants of the same holder, and how sure it is that
 * the member holds it. `anything` stands for grants that could not be read. `path` says
 * where it comes from: the holder and the place among the holder's grants.
 */
export type Holding =
  | { kind: 'anything'; path: string }
  | {
      kind: 'grant';
      grant: Grant;
      role: CatalogueRole | undefined;
      siblings: Grant[];
      held: Derivation;
      path: string;
    };

function ofHolder(snapshot: Snapshot, holder: string, grants: Grant[] | null, held: Derivation): Holding[] {
  if (grants === null) return [{ kind: 'anything', path: `${holder} unread` }];
  return grants.map((grant, at) => ({
    kind: 'grant',
    grant,
    role: roleOf(grant, snapshot.roles),
    siblings: grants,
    held,
    path: `${holder} ${at}`,
  }));
}

/** R2, R3, R30 to R32: all holdings of one member. */
export function holdingsOf(snapshot: Snapshot, memberId: string): Holding[] {
  const holdings: Holding[] = [];
  for (const member of snapshot.members) {
    if (member.id === memberId)
      holdings.push(...ofHolder(snapshot, `member ${member.id}`, member.grants, certain));
  }
  for (const group of snapshot.groups) {
    const holder = `group ${group.id}`;
    if (group.memberIds === null) {
      if (group.memberCount > 0) holdings.push(...ofHolder(snapshot, holder, group.grants, possible));
    } else if (group.memberIds.includes(memberId)) {
      holdings.push(...ofHolder(snapshot, holder, group.grants, certain));
    }
  }
  if (couldNotRead(snapshot, 'groups')) holdings.push({ kind: 'anything', path: 'groups unread' });
  return holdings;
}

/** Whether a whole list of the workspace could not be read. */
export function couldNotRead(snapshot: Snapshot, subject: Snapshot['unknowns'][number]['subject']): boolean {
  return snapshot.unknowns.some((unknown) => unknown.subject === subject && unknown.id === undefined);
}
