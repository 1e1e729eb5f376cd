import type { Group } from '@contract/snapshot';

/**
 * Who is in which group, for those who are members of the workspace: for each
 * group a stretch of one long list of member numbers, and through that list for
 * each member a chain of its places. Two small numbers for each membership
 * instead of a list for each person.
 */
export class Memberships {
  /** Largest group first. */
  readonly groups: readonly Group[];
  readonly #memberIndex: ReadonlyMap<string, number>;
  readonly #position = new Map<Group, number>();
  /** Where each group's stretch begins; one more for the end. */
  readonly #start: Uint32Array;
  readonly #members: Uint32Array;
  /** For each place one more than the member's place before it. */
  readonly #previous: Uint32Array;
  /** For each member one more than the last place. */
  readonly #last: Uint32Array;

  constructor(groups: readonly Group[], memberIndex: ReadonlyMap<string, number>, memberCount: number) {
    this.#memberIndex = memberIndex;
    const sizeOf = ({ memberIds }: Group) => memberIds?.length ?? 0;
    this.groups = [...groups].sort((one, other) => sizeOf(other) - sizeOf(one));
    this.#start = new Uint32Array(groups.length + 1);
    const most = groups.reduce((sum, group) => sum + sizeOf(group), 0);
    this.#members = new Uint32Array(most);
    this.#previous = new Uint32Array(most);
    this.#last = new Uint32Array(memberCount);
    let place = 0;
    this.groups.forEach((group, position) => {
      this.#position.set(group, position);
      const start = place;
      for (const id of group.memberIds ?? []) {
        const member = memberIndex.get(id);
        // A list that names somebody twice has them once.
        if (member === undefined || (this.#last[member] ?? 0) > start) continue;
        this.#members[place] = member;
        this.#previous[place] = this.#last[member] ?? 0;
        place += 1;
        this.#last[member] = place;
      }
      this.#start[position + 1] = place;
    });
  }

  /** The members of a group of this snapshot, each once, by number. */
  membersOf(group: Group): Uint32Array {
    const position = this.#position.get(group);
    if (position === undefined) return new Uint32Array(0);
    return this.#members.subarray(this.#start[position], this.#start[position + 1]);
  }

  /** The groups that list this id, largest first; also for who is no member yet. */
  get(memberId: string): readonly Group[] {
    const member = this.#memberIndex.get(memberId);
    if (member === undefined) return this.groups.filter(({ memberIds }) => memberIds?.includes(memberId));
    const found: Group[] = [];
    let group = this.groups.length - 1;
    for (let place = this.#last[member] ?? 0; place > 0; place = this.#previous[place - 1] ?? 0) {
      while (group >= 0 && (this.#start[group] ?? 0) >= place) group -= 1;
      const entry = this.groups[group];
      if (entry !== undefined) found.push(entry);
    }
    return found.reverse();
  }
}
