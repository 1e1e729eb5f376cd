import type { Group, Member, Snapshot } from '@contract/snapshot';
import type { Rows } from '../world/rows';
import { bundleOfGroup, bundleOfMember, doubtOfMembership, rowOfMember, seat } from '../world/standing';
import type { World } from '../world/world';

/** Members, by number, who have one bundle in the place of another. Bundle 0 is empty. */
export interface Exchange {
  readonly out: number;
  readonly into: number;
  readonly members: number[];
}

/** A member who is read anew. */
export interface Reseated {
  readonly memberId: string;
  /** The row afterwards; 0 for who is gone. */
  readonly row: number;
}

/** All whom a draft moves, each once. */
export interface Moves {
  readonly exchanges: readonly Exchange[];
  readonly reseated: readonly Reseated[];
}

/** The entries that only one of two lists holds: an apply keeps the objects that it does not change. */
function exchanged<Entry>(before: readonly Entry[], after: readonly Entry[]) {
  if (before === after) return { left: [], come: [] };
  const old = new Set(before);
  const now = new Set(after);
  return { left: before.filter((each) => !now.has(each)), come: after.filter((each) => !old.has(each)) };
}

/** The bundle of what the second has beyond the first; `null` where the first has anything that the second has not. */
function bundleAdded(rows: Rows, first: number, second: number): number | null {
  const old = rows.bundles[first] ?? [];
  const now = rows.bundles[second] ?? [];
  if (!old.every((power) => now.includes(power))) return null;
  return rows.bundleOf(now.filter((power) => !old.includes(power)));
}

/** Everybody's row in the snapshot afterwards: for what concerns everybody. */
function reseatAll(world: World, after: Snapshot): Moves {
  const { memberIndex, memberRow } = seat(after, world);
  const ids = new Set([...world.memberIndex.keys(), ...memberIndex.keys()]);
  const rowIn = (index: ReadonlyMap<string, number>, rows: Uint32Array, id: string) =>
    rows[index.get(id) ?? -1] ?? 0;
  const reseated = [...ids].flatMap((memberId) => {
    const row = rowIn(memberIndex, memberRow, memberId);
    return row === rowIn(world.memberIndex, world.memberRow, memberId) ? [] : [{ memberId, row }];
  });
  return { exchanges: [], reseated };
}

/**
 * Moves only those whom a changed group or member concerns. Whoever has one
 * bundle more, or one in the place of another, is kept with the others of that
 * exchange: what it does is worked out once for all. Whoever is concerned in
 * several ways, or loses a bundle that may come from elsewhere too, is read anew.
 */
class Moving {
  readonly #world: World;
  readonly #after: Snapshot;
  readonly #left: ReadonlySet<Group>;
  readonly #come: readonly Group[];
  readonly #exchanges: Exchange[] = [];
  /** For each member one more than the number of the exchange that concerns them. */
  readonly #concerned: Uint32Array;
  readonly #anew = new Set<string>();

  constructor(world: World, after: Snapshot, left: readonly Group[], come: readonly Group[]) {
    this.#world = world;
    this.#after = after;
    this.#left = new Set(left);
    this.#come = come;
    this.#concerned = new Uint32Array(world.memberRow.length);
  }

  moves(): Moves {
    const unpaired = new Set(this.#left);
    for (const group of this.#come) {
      const old = [...unpaired].find(({ id }) => id === group.id) ?? null;
      if (old !== null) unpaired.delete(old);
      this.#changeGroup(old, group);
    }
    for (const group of unpaired) this.#changeBundle(group, this.#bundleBefore(group), 0);
    this.#changeMembers();
    const { snapshot } = this.#world;
    const idOf = (member: number) => snapshot.members[member]?.id ?? '';
    const exchanges =
      this.#anew.size === 0
        ? this.#exchanges
        : this.#exchanges.map((each) => ({
            ...each,
            members: each.members.filter((member) => !this.#anew.has(idOf(member))),
          }));
    return { exchanges, reseated: this.#anew.size === 0 ? [] : this.#readAnew() };
  }

  #bundleBefore(group: Group): number {
    return this.#world.standing.bundleOfGroup.get(group) ?? 0;
  }

  #exchange(out: number, into: number, members: Iterable<number>): void {
    if (out === into) return;
    const number = this.#exchanges.length + 1;
    const kept: number[] = [];
    for (const member of members) {
      if ((this.#concerned[member] ?? 0) !== 0)
        this.#anew.add(this.#world.snapshot.members[member]?.id ?? '');
      else {
        this.#concerned[member] = number;
        kept.push(member);
      }
    }
    this.#exchanges.push({ out, into, members: kept });
  }

  /** The members of a group, as it was, have another bundle from it. */
  #changeBundle(group: Group, out: number, into: number): void {
    const members = this.#world.standing.groupsOf.membersOf(group);
    const added = bundleAdded(this.#world.rows, out, into);
    if (added !== null) this.#exchange(0, added, members);
    else if (this.#givenOnce(out)) this.#exchange(out, into, members);
    else for (const member of members) this.#anew.add(this.#world.snapshot.members[member]?.id ?? '');
  }

  #changeGroup(old: Group | null, group: Group): void {
    const bundle = bundleOfGroup(this.#world, group);
    if (old !== null && old.memberIds === group.memberIds) {
      this.#changeBundle(old, this.#bundleBefore(old), bundle);
      return;
    }
    const were = new Set(old?.memberIds);
    const are = new Set(group.memberIds);
    const joined = [...are].filter((id) => !were.has(id));
    this.#exchange(
      0,
      bundle,
      joined.flatMap((id) => this.#world.memberIndex.get(id) ?? []),
    );
    for (const id of were) if (!are.has(id)) this.#anew.add(id);
    if (old !== null && this.#bundleBefore(old) !== bundle)
      this.#changeBundle(old, this.#bundleBefore(old), bundle);
  }

  /** Whether one group alone gives this bundle: only then does it leave a row together with the group. */
  #givenOnce(bundle: number): boolean {
    const { standing, rows } = this.#world;
    if (standing.directBundles.has(bundle) || rows.bundleOf(standing.everybody) === bundle) return false;
    let givers = 0;
    for (const given of standing.bundleOfGroup.values()) if (given === bundle) givers += 1;
    return givers === 1;
  }

  #changeMembers(): void {
    const { left, come } = exchanged(this.#world.snapshot.members, this.#after.members);
    const old = new Map(left.map((member) => [member.id, member]));
    for (const member of come) {
      const known = old.get(member.id);
      const index = this.#world.memberIndex.get(member.id);
      const added =
        known === undefined
          ? null
          : bundleAdded(
              this.#world.rows,
              bundleOfMember(this.#world, known),
              bundleOfMember(this.#world, member),
            );
      if (added === null || index === undefined) this.#anew.add(member.id);
      else this.#exchange(0, added, [index]);
      old.delete(member.id);
    }
    for (const id of old.keys()) this.#anew.add(id);
  }

  #readAnew(): Reseated[] {
    const { standing } = this.#world;
    const members = new Map<string, Member>();
    for (const member of this.#after.members) if (this.#anew.has(member.id)) members.set(member.id, member);
    const joined = new Map<string, Group[]>();
    for (const group of this.#come) {
      for (const id of new Set(group.memberIds)) {
        if (members.has(id)) joined.set(id, [...(joined.get(id) ?? []), group]);
      }
    }
    return [...this.#anew].map((memberId) => {
      const member = members.get(memberId);
      if (member === undefined) return { memberId, row: 0 };
      const kept = standing.groupsOf.get(memberId).filter((group) => !this.#left.has(group));
      const groups = [...kept, ...(joined.get(memberId) ?? [])];
      return { memberId, row: rowOfMember(member, groups, this.#world) };
    });
  }
}

/** The members whom a draft moves. Adds rows to the world, which are needed only while the draft is read. */
export function movesBetween(world: World, after: Snapshot): Moves {
  const { snapshot } = world;
  if (after.members === snapshot.members && after.groups === snapshot.groups) {
    return { exchanges: [], reseated: [] };
  }
  const { left, come } = exchanged(snapshot.groups, after.groups);
  // Where it is not known who is in a changed group, everybody moves; of two members of one id the last counts.
  const everybody =
    after.unknowns !== snapshot.unknowns ||
    [...left, ...come].some((group) => doubtOfMembership(group) !== null);
  const repeated =
    world.memberIndex.size !== snapshot.members.length ||
    (after.members !== snapshot.members &&
      new Set(after.members.map(({ id }) => id)).size < after.members.length);
  if (everybody || repeated) return reseatAll(world, after);
  return new Moving(world, after, left, come).moves();
}
