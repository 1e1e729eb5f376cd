import type { Snapshot } from '@contract/snapshot';
import { LISTS, type ListName, type SnapshotHead, type SnapshotLists } from './messages';

/** How much goes over in one message: cloning so much takes about two milliseconds. */
const SLICE_WEIGHT = 600;

/** About what it costs to clone an entry, compared with a plain one. */
function weightOf(list: ListName, entry: unknown): number {
  if (list !== 'groups' || typeof entry !== 'object' || entry === null) return 1;
  const ids: unknown = Reflect.get(entry, 'memberIds');
  return 1 + (Array.isArray(ids) ? ids.length / 10 : 0);
}

/** The snapshot without its lists. */
export function headOf(snapshot: Snapshot): SnapshotHead {
  const { members, invites, groups, roles, labels, resources, unknowns, ...head } = snapshot;
  return head;
}

/** The places where a list is cut, the end included. */
function* cuts(list: ListName, entries: readonly unknown[]): Generator<readonly [number, number]> {
  let from = 0;
  let weight = 0;
  for (let at = 0; at < entries.length; at += 1) {
    weight += weightOf(list, entries[at]);
    if (weight < SLICE_WEIGHT) continue;
    yield [from, at + 1];
    from = at + 1;
    weight = 0;
  }
  if (from < entries.length) yield [from, entries.length];
}

/** The lists of a snapshot in pieces that are quick to hand over, in order. */
export function* slicesOf(snapshot: Snapshot): Generator<Partial<SnapshotLists>> {
  for (const list of LISTS) {
    for (const [from, to] of cuts(list, snapshot[list])) yield { [list]: snapshot[list].slice(from, to) };
  }
}

/** No entries yet. */
export function emptyLists(): SnapshotLists {
  return { members: [], invites: [], groups: [], roles: [], labels: [], resources: [], unknowns: [] };
}

/** Appends a slice to what has come so far. */
export function append(to: SnapshotLists, slice: Partial<SnapshotLists>): void {
  to.members.push(...(slice.members ?? []));
  to.invites.push(...(slice.invites ?? []));
  to.groups.push(...(slice.groups ?? []));
  to.roles.push(...(slice.roles ?? []));
  to.labels.push(...(slice.labels ?? []));
  to.resources.push(...(slice.resources ?? []));
  to.unknowns.push(...(slice.unknowns ?? []));
}
