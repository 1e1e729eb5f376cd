import type { Collection, Resource, Snapshot } from '@contract/snapshot';
import { canonicalJson } from './canonical-json';

/** How many entries of a collection came, went and changed. */
export interface CollectionDifference {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** The differences of two snapshots, a line for each collection. */
export type SnapshotDifference = Readonly<Record<Collection, CollectionDifference>>;

function compare<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  idOf: (entry: Entry) => string,
): CollectionDifference {
  const old = new Map(before.map((entry) => [idOf(entry), entry]));
  let added = 0;
  let changed = 0;
  for (const entry of after) {
    const id = idOf(entry);
    const other = old.get(id);
    if (other === undefined) added += 1;
    else if (other !== entry && canonicalJson(other) !== canonicalJson(entry)) changed += 1;
    old.delete(id);
  }
  return { added, removed: old.size, changed };
}

const byId = ({ id }: { readonly id: string }): string => id;

/** What changed from one snapshot of a workspace to a later one. */
export function differenceOf(before: Snapshot, after: Snapshot): SnapshotDifference {
  const ofType = (type: Resource['type']): CollectionDifference => {
    const has = (resource: Resource): boolean => resource.type === type;
    return compare(before.resources.filter(has), after.resources.filter(has), byId);
  };
  return {
    members: compare(before.members, after.members, byId),
    invites: compare(before.invites, after.invites, ({ email }) => email),
    groups: compare(before.groups, after.groups, byId),
    roles: compare(before.roles, after.roles, byId),
    labels: compare(before.labels, after.labels, ({ key, value }) => JSON.stringify([key, value])),
    sources: ofType('SOURCE'),
    destinations: ofType('DESTINATION'),
    warehouses: ofType('WAREHOUSE'),
    spaces: ofType('SPACE'),
    trackingPlans: ofType('TRACKING_PLAN'),
    functions: ofType('FUNCTION'),
  };
}
