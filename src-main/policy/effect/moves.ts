import type { Group, Member, Snapshot } from '@contract/snapshot';
import {
  bundleOfGroup,
  bundleOfMember,
  doubtOfMembership,
  reseat,
  rowOfMember,
  type World,
} from '../world/world';

/** A member whose row changes; row 0 where there is no such member. */
export interface Move {
  readonly memberId: string;
  readonly before: number;
  readonly after: number;
  /** The bundle that was taken out of the row and the one that was put in; `null` where it is not as simple. */
  readonly swap: Swap | null;
}

/** One bundle instead of another; bundle 0 is empty. */
export interface Swap {
  readonly out: number;
  readonly into: number;
}

/** The entries that only one of two lists holds: an apply keeps the objects that it does not change. */
function exchanged<Entry>(before: readonly Entry[], after: readonly Entry[]) {
  if (before === after) return { left: [], come: [] };
  const old = new Set(before);
  const now = new Set(after);
  return { left: before.filter((each) => !now.has(each)), come: after.filter((each) => !old.has(each)) };
}

/** The rows of both worlds side by side: for what concerns everybody. */
function movesByReseating(before: World, after: World): Move[] {
  const ids = new Set([...before.memberIndex.keys(), ...after.memberIndex.keys()]);
  const rowIn = ({ memberIndex, memberRow }: World, id: string) => memberRow[memberIndex.get(id) ?? -1] ?? 0;
  return [...ids].flatMap((memberId) => {
    const move = { memberId, before: rowIn(before, memberId), after: rowIn(after, memberId), swap: null };
    return move.before === move.after ? [] : [move];
  });
}

/**
 * Moves only those whom a changed group or member concerns. Who only gains keeps
 * the old row with one bundle more (`Rows.extend`), so that what is known about
 * the old row serves the new one. Where a bundle gives way to another, rows are
 * copied with that bundle exchanged; whoever else loses anything is read anew.
 */
class Moving {
  readonly #world: World;
  readonly #after: Snapshot;
  readonly #left: ReadonlySet<Group>;
  readonly #come: readonly Group[];
  readonly #row = new Map<string, number>();
  readonly #swap = new Map<string, Swap | null>();
  readonly #anew = new Set<string>();

  constructor(world: World, after: Snapshot, left: readonly Group[], come: readonly Group[]) {
    this.#world = world;
    this.#after = after;
    this.#left = new Set(left);
    this.#come = come;
  }

  moves(): Move[] {
    const unpaired = new Set(this.#left);
    for (const group of this.#come) {
      const old = [...unpaired].find(({ id }) => id === group.id) ?? null;
      if (old !== null) unpaired.delete(old);
      this.#changeGroup(old, group);
    }
    for (const group of unpaired) for (const id of group.memberIds ?? []) this.#anew.add(id);
    this.#changeMembers();
    if (this.#anew.size > 0) this.#readAnew();
    return [...this.#row].flatMap(([memberId, after]) => {
      const before = this.#oldRow(memberId);
      return before === after ? [] : [{ memberId, before, after, swap: this.#swap.get(memberId) ?? null }];
    });
  }

  #oldRow(memberId: string): number {
    return this.#world.memberRow[this.#world.memberIndex.get(memberId) ?? -1] ?? 0;
  }

  #extend(memberId: string, swap: Swap): void {
    if (swap.into === 0 || !this.#world.memberIndex.has(memberId)) return;
    const moved = this.#row.get(memberId);
    this.#swap.set(memberId, moved === undefined ? swap : null);
    this.#row.set(memberId, this.#world.rows.extend(moved ?? this.#oldRow(memberId), swap.into));
  }

  #changeGroup(old: Group | null, group: Group): void {
    const { rows } = this.#world;
    const bundle = bundleOfGroup(this.#world, group);
    const oldBundle = old === null ? 0 : bundleOfGroup(this.#world, old);
    const added = rows.bundleAdded(oldBundle, bundle);
    const sameMembers = old === null || old.memberIds === group.memberIds;
    const stayed = sameMembers ? null : new Set(old.memberIds);
    const joining = { out: 0, into: bundle };
    const adding = { out: 0, into: added ?? 0 };
    const exchange = added === null && this.#givenOnce(oldBundle) ? this.#exchange(oldBundle, bundle) : null;
    for (const id of new Set(group.memberIds)) {
      if (stayed !== null && !stayed.has(id)) this.#extend(id, joining);
      else if (added !== null) this.#extend(id, adding);
      else if (exchange !== null && !this.#row.has(id)) exchange(id);
      else this.#anew.add(id);
    }
    if (sameMembers) return;
    const now = new Set(group.memberIds);
    for (const id of old.memberIds ?? []) if (!now.has(id)) this.#anew.add(id);
  }

  /** Whether one group alone gives this bundle: only then does it leave a row together with the group. */
  #givenOnce(bundle: number): boolean {
    const { standing, rows } = this.#world;
    if (standing.directBundles.has(bundle) || rows.bundleOf(standing.everybody) === bundle) return false;
    let givers = 0;
    for (const given of standing.bundleOfGroup.values()) if (given === bundle) givers += 1;
    return givers === 1;
  }

  #exchange(out: number, into: number): (memberId: string) => void {
    const { rows, memberIndex } = this.#world;
    const swap = { out, into };
    const known = new Map<number, number>();
    return (memberId) => {
      if (!memberIndex.has(memberId)) return;
      this.#row.set(memberId, rows.exchange(this.#oldRow(memberId), swap, known));
      this.#swap.set(memberId, swap);
    };
  }

  #changeMembers(): void {
    const { left, come } = exchanged(this.#world.snapshot.members, this.#after.members);
    const old = new Map(left.map((member) => [member.id, member]));
    for (const member of come) {
      const known = old.get(member.id);
      const added =
        known &&
        this.#world.rows.bundleAdded(bundleOfMember(this.#world, known), bundleOfMember(this.#world, member));
      if (added === undefined || added === null) this.#anew.add(member.id);
      else this.#extend(member.id, { out: 0, into: added });
      old.delete(member.id);
    }
    for (const id of old.keys()) this.#anew.add(id);
  }

  #readAnew(): void {
    const { standing } = this.#world;
    const members = new Map<string, Member>();
    for (const member of this.#after.members) if (this.#anew.has(member.id)) members.set(member.id, member);
    const joined = new Map<string, Group[]>();
    for (const group of this.#come) {
      for (const id of new Set(group.memberIds)) {
        if (members.has(id)) joined.set(id, [...(joined.get(id) ?? []), group]);
      }
    }
    for (const id of this.#anew) {
      const member = members.get(id);
      const kept = (standing.groupsOf.get(id) ?? []).filter((group) => !this.#left.has(group));
      const groups = [...kept, ...(joined.get(id) ?? [])];
      this.#swap.set(id, null);
      this.#row.set(id, member === undefined ? 0 : rowOfMember(member, groups, this.#world));
    }
  }
}

/** The members whose rows differ between a world and a later snapshot. */
export function movesBetween(world: World, after: Snapshot): Move[] {
  const { snapshot } = world;
  if (after.members === snapshot.members && after.groups === snapshot.groups) return [];
  const { left, come } = exchanged(snapshot.groups, after.groups);
  // Where it is not known who is in a changed group, everybody moves; of two members of one id the last counts.
  const everybody =
    after.unknowns !== snapshot.unknowns ||
    [...left, ...come].some((group) => doubtOfMembership(group) !== null);
  const repeated =
    world.memberIndex.size !== snapshot.members.length ||
    (after.members !== snapshot.members &&
      new Set(after.members.map(({ id }) => id)).size < after.members.length);
  if (everybody || repeated) return movesByReseating(world, reseat(world, after));
  return new Moving(world, after, left, come).moves();
}
