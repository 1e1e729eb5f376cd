import type { LabelRef, Resource, Snapshot } from '@contract/snapshot';
import { type Column, columnReader, keyText, type ResourceKey } from '../world/columns';
import { columnIndex, type World } from '../world/world';

/** A resource that the draft touches, before and after; `null` where it is not there. */
export interface TouchedColumn {
  readonly key: ResourceKey;
  readonly before: Column | null;
  readonly after: Column | null;
}

/** What two lists do not share at either end: an apply keeps the objects that it does not change. */
function middles<Entry>(before: readonly Entry[], after: readonly Entry[]): [Entry[], Entry[]] {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first += 1;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last += 1;
  return [before.slice(first, before.length - last), after.slice(first, after.length - last)];
}

/** The resources that are other objects after, by key. */
function changedResources(
  before: readonly Resource[],
  after: readonly Resource[],
): [Map<string, Resource>, Map<string, Resource>] {
  const [old, now] = middles(before, after);
  const was = new Set(old);
  const is = new Set(now);
  const byKey = (list: readonly Resource[]) => new Map(list.map((each) => [keyText(each), each]));
  return [byKey(old.filter((each) => !is.has(each))), byKey(now.filter((each) => !was.has(each)))];
}

/** The resources that a draft touches, and the destinations of touched sources. */
export function touchedColumns(world: World, after: Snapshot): TouchedColumn[] {
  const { snapshot, columns } = world;
  if (snapshot.resources === after.resources) return [];
  const [old, now] = changedResources(snapshot.resources, after.resources);
  const inWorld = (key: ResourceKey) =>
    snapshot.resources[columns.positions[columnIndex(world, key) ?? -1] ?? -1];
  const sources = [...old.values(), ...now.values()].filter(({ type }) => type === 'SOURCE');
  for (const key of new Set(sources.map(keyText))) {
    for (const follower of columns.followers.get(key) ?? []) {
      const destination = snapshot.resources[columns.positions[follower] ?? -1];
      if (destination === undefined || old.has(keyText(destination))) continue;
      old.set(keyText(destination), destination);
      now.set(keyText(destination), destination);
    }
  }
  const labelsOfSource = (id: string): readonly LabelRef[] | undefined => {
    const key = { type: 'SOURCE', id } as const;
    const source = now.get(keyText(key)) ?? (old.has(keyText(key)) ? undefined : inWorld(key));
    return source?.type === 'SOURCE' ? source.labels : undefined;
  };
  const reader = columnReader(after, world.reader.labels, labelsOfSource);
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((text) => {
    const later = now.get(text);
    const known = old.get(text) ?? later;
    if (known === undefined) return [];
    const key = { type: known.type, id: known.id };
    const column = columns.list[columnIndex(world, key) ?? -1];
    return [{ key, before: column ?? null, after: later === undefined ? null : reader.column(later) }];
  });
}
