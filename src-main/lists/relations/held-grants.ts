import type { Grant, Snapshot } from '@contract/snapshot';
import { findRole } from '../../policy/catalogue/catalogue';
import type { CatalogueRole } from '../../policy/catalogue/role-schema';
import { labelId, memberName } from './subject-ids';

/** A member or a group that holds grants. */
export interface Holder {
  readonly kind: 'member' | 'group';
  readonly id: string;
  readonly name: string;
}

/** A grant with its holder and with what the catalogue knows of its role (`null`: nothing). */
export interface HeldGrant {
  readonly holder: Holder;
  readonly grant: Grant;
  readonly role: CatalogueRole | null;
  /** Where it stands in the snapshot, members before groups: for a steady order. */
  readonly position: number;
}

/** All grants of a workspace, found by what they are about. */
export interface HeldGrants {
  readonly all: readonly HeldGrant[];
  ofHolder(kind: Holder['kind'], id: string): readonly HeldGrant[];
  ofRole(roleId: string): readonly HeldGrant[];
  /** Grants whose scope names the label (`key:value`). */
  namingLabel(id: string): readonly HeldGrant[];
  /** How many members and groups have grants that could not be read. */
  readonly unread: { readonly members: number; readonly groups: number };
}

function collect(into: Map<string, HeldGrant[]>, key: string, held: HeldGrant): void {
  const grants = into.get(key);
  if (!grants) into.set(key, [held]);
  else if (grants.at(-1) !== held) grants.push(held);
}

/** Walks every grant once and files it under its holder, its role and its labels. */
export function readHeldGrants(snapshot: Snapshot): HeldGrants {
  const roles = new Map<string, CatalogueRole | null>();
  const roleNamed = (name: string) => {
    let role = roles.get(name);
    if (role === undefined) {
      role = findRole(name);
      roles.set(name, role);
    }
    return role;
  };

  const all: HeldGrant[] = [];
  const byHolder = { member: new Map<string, HeldGrant[]>(), group: new Map<string, HeldGrant[]>() };
  const byRole = new Map<string, HeldGrant[]>();
  const byLabel = new Map<string, HeldGrant[]>();
  const unread = { members: 0, groups: 0 };
  const file = (holder: Holder, grants: readonly Grant[]) => {
    for (const grant of grants) {
      const held = { holder, grant, role: roleNamed(grant.roleName), position: all.length };
      all.push(held);
      collect(byHolder[holder.kind], holder.id, held);
      collect(byRole, grant.roleId, held);
      if (grant.scope.kind === 'labels') {
        for (const label of grant.scope.labels) collect(byLabel, labelId(label), held);
      }
    }
  };
  for (const member of snapshot.members) {
    if (member.grants === null) unread.members += 1;
    else file({ kind: 'member', id: member.id, name: memberName(member) }, member.grants);
  }
  for (const group of snapshot.groups) {
    if (group.grants === null) unread.groups += 1;
    else file({ kind: 'group', id: group.id, name: group.name }, group.grants);
  }
  return {
    all,
    ofHolder: (kind, id) => byHolder[kind].get(id) ?? [],
    ofRole: (roleId) => byRole.get(roleId) ?? [],
    namingLabel: (id) => byLabel.get(id) ?? [],
    unread,
  };
}
