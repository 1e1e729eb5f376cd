import type { Group, Member, Snapshot } from '@contract/snapshot';
import { Memberships } from './memberships';
import type { Powers } from './powers';
import type { Rows } from './rows';

/** Who is where and what that gives: the part of a world that changes with members and groups. */
export interface Standing {
  /** The groups that a member is in for certain. */
  readonly groupsOf: Memberships;
  /** What everybody may hold: groups whose members could not be read, or no groups at all. */
  readonly everybody: readonly number[];
  readonly bundleOfGroup: ReadonlyMap<Group, number>;
  /** The bundles that members hold directly. */
  readonly directBundles: ReadonlySet<number>;
}

/** Powers and rows, shared by a world and those made from it. */
export interface Holdings {
  readonly powers: Powers;
  readonly rows: Rows;
}

const MISSING_GRANTS = 'could not be read';

/** The powers that a group gives to those who are in it. */
export function powersOfGroup(powers: Powers, group: Group, doubt: string | null): readonly number[] {
  if (group.grants === null)
    return [powers.anything(`The grants of the group ${group.name} ${MISSING_GRANTS}.`)];
  return powers.ofGrants(group.grants, doubt);
}

/** The powers that a member holds directly. */
export function powersOfMember(powers: Powers, member: Member): readonly number[] {
  if (member.grants === null) return [powers.anything(`The grants of this team member ${MISSING_GRANTS}.`)];
  return powers.ofGrants(member.grants, null);
}

/** Why nobody can tell who is in the group; `null` where it is known, or known to be nobody. */
export function doubtOfMembership(group: Group): string | null {
  return group.memberIds === null && group.memberCount > 0
    ? `The members of the group ${group.name} ${MISSING_GRANTS}.`
    : null;
}

/** Why the list of groups is missing; `null` where it was read. */
export function missingGroups({ unknowns }: Pick<Snapshot, 'unknowns'>): string | null {
  return unknowns.find(({ subject, id }) => subject === 'groups' && id === undefined)?.reason ?? null;
}

/** The bundle of a group of which it is known who is in it. */
export function bundleOfGroup({ powers, rows }: Holdings, group: Group): number {
  if (group.grants === null) return rows.bundleOf(powersOfGroup(powers, group, null));
  return rows.bundleOf(powers.read(group.grants, null));
}

/** The bundle of what a member holds directly. */
export function bundleOfMember({ powers, rows }: Holdings, member: Member): number {
  if (member.grants === null) return rows.bundleOf(powersOfMember(powers, member));
  return rows.bundleOf(powers.read(member.grants, null));
}

/** The row of a member with these groups. */
export function rowOfMember(
  member: Member,
  groups: readonly Group[],
  world: Holdings & { readonly standing: Standing },
): number {
  const { rows, standing } = world;
  const bundles = groups.map((group) => standing.bundleOfGroup.get(group) ?? bundleOfGroup(world, group));
  bundles.push(bundleOfMember(world, member), rows.bundleOf(standing.everybody));
  return rows.rowOf(new Set(bundles));
}

/** The members of a snapshot in their rows. */
export interface Seating {
  readonly memberIndex: ReadonlyMap<string, number>;
  /** The row of each member, in the order of the snapshot. */
  readonly memberRow: Uint32Array;
  readonly standing: Standing;
}

/**
 * Seats the members of a snapshot. Group by group, the largest first, each
 * member's row is extended: rows that begin with large groups share much.
 */
export function seat(snapshot: Snapshot, holdings: Holdings): Seating {
  const { powers, rows } = holdings;
  const memberIndex = new Map<string, number>();
  snapshot.members.forEach(({ id }, index) => {
    memberIndex.set(id, index);
  });
  const memberRow = new Uint32Array(snapshot.members.length);
  const groupsOf = new Memberships(snapshot.groups, memberIndex, memberRow.length);
  const bundles = new Map<Group, number>();
  const everybody: number[] = [];
  for (const group of groupsOf.groups) {
    const doubt = doubtOfMembership(group);
    if (doubt !== null) everybody.push(...powersOfGroup(powers, group, doubt));
    else {
      const bundle = bundleOfGroup(holdings, group);
      bundles.set(group, bundle);
      for (const index of groupsOf.membersOf(group)) {
        memberRow[index] = rows.extend(memberRow[index] ?? 0, bundle);
      }
    }
  }
  const missing = missingGroups(snapshot);
  if (missing !== null) everybody.push(powers.anything(missing));
  const forAll = rows.bundleOf(everybody);
  const directBundles = new Set<number>([0]);
  snapshot.members.forEach((member, index) => {
    let row = memberRow[index] ?? 0;
    if (member.grants === null || member.grants.length > 0) {
      const bundle = bundleOfMember(holdings, member);
      directBundles.add(bundle);
      row = rows.extend(row, bundle);
    }
    memberRow[index] = rows.extend(row, forAll);
  });
  return { memberIndex, memberRow, standing: { groupsOf, everybody, bundleOfGroup: bundles, directBundles } };
}
