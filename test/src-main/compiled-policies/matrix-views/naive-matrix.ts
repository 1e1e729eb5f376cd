import type { MatrixView } from '@contract/matrix';
import type { Grant, LabelRef, Member, Resource, Snapshot } from '@contract/snapshot';
import { findRole } from '../../../../src-main/policy/catalogue/catalogue';
import type { Policy } from '../../../../src-main/policy/policy';

/** Everything that the matrix says of one cell, found the slow way: a question to an engine for each part. */
export interface NaiveCell {
  readonly atLeast: 'none' | 'read' | 'admin';
  readonly atMost: 'none' | 'read' | 'admin';
  readonly pii: boolean;
  readonly piiPossible: boolean;
  readonly ownerOnly: boolean;
}

function keeping(snapshot: Snapshot, keep: (grant: Grant, holder: 'member' | 'group') => boolean): Snapshot {
  return {
    ...snapshot,
    members: snapshot.members.map((each) => ({
      ...each,
      grants: each.grants?.filter((grant) => keep(grant, 'member')) ?? null,
    })),
    groups: snapshot.groups.map((each) => ({
      ...each,
      grants: each.grants?.filter((grant) => keep(grant, 'group')) ?? null,
    })),
  };
}

/** The world whose cells a view shows. */
export function naiveWorld(snapshot: Snapshot, { principals, sources }: MatrixView): Snapshot {
  const holders = sources.filter((each) => each === 'direct' || each === 'group');
  const scopes = sources.filter((each) => each !== 'direct' && each !== 'group');
  let shown: Snapshot = snapshot;
  if (scopes.length > 0) {
    shown = keeping(
      shown,
      ({ scope }) => scope.kind === 'unknown' || scopes.some((each) => each === scope.kind),
    );
  }
  if (holders.length === 1) {
    const [only] = holders;
    shown = {
      ...shown,
      members: only === 'direct' ? shown.members : shown.members.map((each) => ({ ...each, grants: [] })),
      groups: only === 'group' ? shown.groups : shown.groups.map((each) => ({ ...each, grants: [] })),
    };
  }
  if (principals === 'members') return shown;
  const members = shown.groups.map(
    ({ id, name, grants }): Member => ({ id, name, email: '', grants: grants === null ? null : [...grants] }),
  );
  const unknowns = shown.unknowns.filter(({ subject }) => subject !== 'groups' && subject !== 'members');
  return { ...shown, members, groups: [], invites: [], unknowns };
}

/** The same world without owner roles. */
export function naiveWithoutOwners(snapshot: Snapshot): Snapshot {
  const nameOf = (id: string) => snapshot.roles.find((role) => role.id === id)?.name ?? '';
  return keeping(
    snapshot,
    ({ roleName, roleId }) => (findRole(roleName) ?? findRole(nameOf(roleId)))?.owner !== true,
  );
}

export function naiveCell(policy: Policy, without: Policy, memberId: string, resource: Resource): NaiveCell {
  const { atLeast, atMost } = policy.level(memberId, resource);
  const target = { kind: 'resource' as const, type: resource.type, id: resource.id };
  const pii = policy.check(memberId, 'viewPii', target);
  return {
    atLeast,
    atMost,
    pii: atLeast !== 'none' && pii === 'allowed',
    piiPossible: atMost !== 'none' && pii !== 'denied',
    ownerOnly: atLeast !== 'none' && without.level(memberId, resource).atMost === 'none',
  };
}

/** The labels that decide for a resource; `null`: they cannot be seen. */
export function naiveLabels(snapshot: Snapshot, resource: Resource): readonly LabelRef[] | null {
  if (resource.type === 'SOURCE' || resource.type === 'SPACE') return resource.labels;
  if (resource.type !== 'DESTINATION') return [];
  const source = snapshot.resources.find(({ type, id }) => type === 'SOURCE' && id === resource.sourceId);
  return source?.type === 'SOURCE' ? source.labels : null;
}

/** Whether a cell is what the level filter looks for. */
export function isOfLevel(cell: NaiveCell, level: NonNullable<MatrixView['level']>): boolean {
  switch (level) {
    case 'none':
      return cell.atMost === 'none';
    case 'unknown':
      return cell.atLeast === 'none' && cell.atMost !== 'none';
    case 'read':
    case 'admin':
      return cell.atLeast === level;
    case 'pii':
      return cell.pii;
    case 'ownerOnly':
      return cell.ownerOnly;
  }
}
