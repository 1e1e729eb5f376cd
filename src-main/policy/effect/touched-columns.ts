import type { LabelRef, Resource, Snapshot } from '@contract/snapshot';
import { type Column, columnReader, keyText, type ResourceKey } from '../world/columns';
import type { World } from '../world/world';

/** A resource that the draft touches, before and after; `null` where it is not there. */
export interface TouchedColumn {
  readonly key: ResourceKey;
  readonly before: Column | null;
  readonly after: Column | null;
}

function resourcesByKey(resources: readonly Resource[]): Map<string, Resource> {
  return new Map(resources.map((resource) => [keyText(resource), resource]));
}

/** The resources that are other objects after: an apply keeps what it does not change. */
function changedResources(
  before: readonly Resource[],
  after: readonly Resource[],
): [Map<string, Resource>, Map<string, Resource>] {
  if (before.length !== after.length) {
    const old = resourcesByKey(before);
    const now = resourcesByKey(after);
    return [
      new Map([...old].filter(([key, resource]) => now.get(key) !== resource)),
      new Map([...now].filter(([key, resource]) => old.get(key) !== resource)),
    ];
  }
  const differ = (one: readonly Resource[], other: readonly Resource[]) =>
    resourcesByKey(one.filter((resource, position) => resource !== other[position]));
  return [differ(before, after), differ(after, before)];
}

/** Finds the labels of the few sources that are asked for; filing all of them would take longer. */
function sourceFinder(resources: readonly Resource[]): (id: string) => readonly LabelRef[] | undefined {
  const found = new Map<string, readonly LabelRef[] | undefined>();
  return (id) => {
    if (!found.has(id)) {
      const source = resources.findLast((each) => each.type === 'SOURCE' && each.id === id);
      found.set(id, source?.type === 'SOURCE' ? source.labels : undefined);
    }
    return found.get(id);
  };
}

/** The resources that a draft touches, and the destinations of touched sources. */
export function touchedColumns(world: World, after: Snapshot): TouchedColumn[] {
  const before = world.snapshot;
  if (before.resources === after.resources) return [];
  const [old, now] = changedResources(before.resources, after.resources);
  const sources = new Set(
    [...old.values(), ...now.values()].flatMap(({ type, id }) => (type === 'SOURCE' ? [id] : [])),
  );
  const follow = (into: Map<string, Resource>, resources: readonly Resource[]) => {
    for (const each of resources) {
      if (each.type === 'DESTINATION' && sources.has(each.sourceId)) into.set(keyText(each), each);
    }
  };
  if (sources.size > 0) {
    follow(old, before.resources);
    follow(now, after.resources);
  }
  const touched = new Set([...old.keys(), ...now.keys()]);
  const reader = columnReader(after, world.reader.labels, sourceFinder(after.resources));
  return [...touched].flatMap((key) => {
    const one = old.get(key);
    const other = now.get(key);
    const known = one ?? other;
    if (known === undefined) return [];
    const column = (resource: Resource | undefined, read: (resource: Resource) => Column) =>
      resource === undefined ? null : read(resource);
    return [
      {
        key: { type: known.type, id: known.id },
        before: column(one, world.reader.column),
        after: column(other, reader.column),
      },
    ];
  });
}
