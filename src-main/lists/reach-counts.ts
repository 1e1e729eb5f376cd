import type { ReachCount } from '@contract/reach-count';

/**
 * Counts that the policy engine made of a snapshot, by the places of its lists:
 * four numbers for each entry (read, admin, unknown, PII).
 */
export interface SnapshotCounts {
  readonly members: Uint32Array;
  readonly groups: Uint32Array;
  readonly resources: Uint32Array;
  /** Labels as `key:value`, each with the members who hold a grant that names it at the same place of `people`. */
  readonly labels: readonly string[];
  readonly people: Uint32Array;
}

/** Where the counts of one snapshot are put when they come: lists are there before them. */
export interface ReachCounts {
  /** The counts, `null` while the policy is being compiled. The same object as long as nothing new came. */
  current(): SnapshotCounts | null;
  put(counts: SnapshotCounts): void;
  /** People of a label (`key:value`); `null` while the policy is being compiled. */
  peopleOf(label: string): number | null;
}

/** No counts yet. */
export function createReachCounts(): ReachCounts {
  let current: SnapshotCounts | null = null;
  let people: ReadonlyMap<string, number> = new Map();
  return {
    current: () => current,
    put: (counts) => {
      current = counts;
      people = new Map(counts.labels.map((label, place) => [label, counts.people[place] ?? 0]));
    },
    peopleOf: (label) => (current === null ? null : (people.get(label) ?? 0)),
  };
}

/** The counts of one entry; `null` where there are none. */
export function reachAt(numbers: Uint32Array | undefined, place: number): ReachCount | null {
  if (numbers === undefined) return null;
  const [read, admin, unknown, pii] = numbers.subarray(place * 4, place * 4 + 4);
  if (read === undefined || admin === undefined || unknown === undefined || pii === undefined) return null;
  return { read, admin, unknown, pii };
}

/** The number that reach is sorted by: what is certain; what might come on top decides between equal ones. */
export function reachOrder(reach: ReachCount | null): number | null {
  return reach === null ? null : reach.read + reach.admin + reach.unknown / 2 ** 32;
}
