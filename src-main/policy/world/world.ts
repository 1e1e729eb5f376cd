import type { Group, Member, Snapshot } from '@contract/snapshot';
import { type ColumnReader, type Columns, columnReader, type ResourceKey, readColumns } from './columns';
import { Interned } from './interned';
import { Powers } from './powers';
import { Rows } from './rows';

/** A snapshot with everything that questions need found once and numbered. */
export interface World {
  readonly snapshot: Snapshot;
  readonly columns: Columns;
  readonly reader: ColumnReader;
  readonly powers: Powers;
  readonly rows: Rows;
  readonly memberIndex: ReadonlyMap<string, number>;
  /** The row of each member, in the order of the snapshot. */
  readonly memberRow: Uint32Array;
  readonly standing: Standing;
}

/** Who is in which group and what that gives: the part of a world that changes with members and groups. */
export interface Standing {
  readonly groupIndex: ReadonlyMap<string, number>;
  /** The groups that a member is in for certain, by member id. */
  readonly groupsOf: ReadonlyMap<string, readonly Group[]>;
  /** What everybody may hold: groups whose members could not be read, or no groups at all. */
  readonly everybody: readonly number[];
  readonly bundleOfGroup: ReadonlyMap<Group, number>;
  /** The bundles that members hold directly. */
  readonly directBundles: ReadonlySet<number>;
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

function readStanding(snapshot: Snapshot, powers: Powers, rows: Rows): Standing {
  const groupIndex = new Map<string, number>();
  const bundleOfGroup = new Map<Group, number>();
  const groupsOf = new Map<string, Group[]>();
  const everybody: number[] = [];
  // Groups of many members come first in every row: their beginnings are shared.
  const bySize = [...snapshot.groups].sort(
    (one, other) => (other.memberIds?.length ?? 0) - (one.memberIds?.length ?? 0),
  );
  for (const group of bySize) {
    for (const id of group.memberIds ?? []) {
      const groups = groupsOf.get(id);
      if (groups === undefined) groupsOf.set(id, [group]);
      else if (groups.at(-1) !== group) groups.push(group);
    }
    const doubt = doubtOfMembership(group);
    if (doubt === null) bundleOfGroup.set(group, rows.bundleOf(powersOfGroup(powers, group, null)));
    else everybody.push(...powersOfGroup(powers, group, doubt));
  }
  snapshot.groups.forEach(({ id }, index) => {
    groupIndex.set(id, index);
  });
  const missing = missingGroups(snapshot);
  if (missing !== null) everybody.push(powers.anything(missing));
  const directBundles = new Set(snapshot.members.map((member) => bundleOfMember({ powers, rows }, member)));
  return { groupIndex, groupsOf, everybody, bundleOfGroup, directBundles };
}

/** The bundle of a group of which it is known who is in it. */
export function bundleOfGroup({ powers, rows }: Pick<World, 'powers' | 'rows'>, group: Group): number {
  return rows.bundleOf(powersOfGroup(powers, group, null));
}

/** The bundle of what a member holds directly. */
export function bundleOfMember({ powers, rows }: Pick<World, 'powers' | 'rows'>, member: Member): number {
  return rows.bundleOf(powersOfMember(powers, member));
}

/** The row of a member with these groups. */
export function rowOfMember(
  member: Member,
  groups: readonly Group[],
  world: Pick<World, 'powers' | 'rows' | 'standing'>,
): number {
  const { rows, standing } = world;
  const bundles = groups.map((group) => standing.bundleOfGroup.get(group) ?? bundleOfGroup(world, group));
  bundles.push(bundleOfMember(world, member));
  if (standing.everybody.length > 0) bundles.push(rows.bundleOf(standing.everybody));
  return rows.rowOf(new Set(bundles));
}

/** Seats the members of a snapshot in a world's rows. */
function seat(snapshot: Snapshot, shared: Pick<World, 'columns' | 'reader' | 'powers' | 'rows'>): World {
  const { powers, rows } = shared;
  const standing = readStanding(snapshot, powers, rows);
  const memberIndex = new Map<string, number>();
  const memberRow = new Uint32Array(snapshot.members.length);
  snapshot.members.forEach((member, index) => {
    memberIndex.set(member.id, index);
    memberRow[index] = rowOfMember(member, standing.groupsOf.get(member.id) ?? [], {
      powers,
      rows,
      standing,
    });
  });
  return { ...shared, snapshot, memberIndex, memberRow, standing };
}

/** Reads a snapshot into a world. Pure: the same snapshot gives the same world. */
export function buildWorld(snapshot: Snapshot): World {
  const labels = new Interned();
  const reader = columnReader(snapshot, labels);
  const columns = readColumns(snapshot.resources, reader);
  const powers = new Powers(labels, new Map(snapshot.roles.map(({ id, name }) => [id, name])));
  return seat(snapshot, { columns, reader, powers, rows: new Rows() });
}

/**
 * The same world with other members and groups. Powers, rows and columns are
 * shared, as they only grow: whatever was worked out for them stays true. The
 * columns stay those of the old resources.
 */
export function reseat(world: World, snapshot: Snapshot): World {
  const { members, groups, unknowns } = world.snapshot;
  const same = snapshot.members === members && snapshot.groups === groups && snapshot.unknowns === unknowns;
  return same ? { ...world, snapshot } : seat(snapshot, world);
}

/** The position of the resource, `undefined` when the snapshot has none such. */
export function columnIndex(
  { columns }: Pick<World, 'columns'>,
  { type, id }: ResourceKey,
): number | undefined {
  return columns.byId[type].get(id);
}
