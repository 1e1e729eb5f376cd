import type { LabelRef, Resource, ResourceType, Snapshot } from '@contract/snapshot';
import { resourceTypes } from '../catalogue/role-rights';
import type { Interned } from './interned';

/** A resource by its kind and id; ids alone are unique within a kind only. */
export interface ResourceKey {
  readonly type: ResourceType;
  readonly id: string;
}

/** `TYPE:id`. */
export function keyText({ type, id }: ResourceKey): string {
  return `${type}:${id}`;
}

/** `key:value`. */
export function labelText({ key, value }: LabelRef): string {
  return `${key}:${value}`;
}

/** One resource as grants see it. */
export interface Column {
  readonly type: ResourceType;
  readonly id: string;
  readonly key: string;
  /** For a destination, the `SOURCE:id` that it follows; else `null`. */
  readonly sourceKey: string | null;
  /** The labels that decide: its own, for a destination its source's. `null`: cannot be seen. */
  readonly labels: readonly number[] | null;
  /** True for a function that Segment gave without an id: no list can be matched to it. */
  readonly unmatched: boolean;
}

/** The columns of a world in their order, and how to find them. */
export interface Columns {
  readonly list: readonly Column[];
  /** The column's position by type, then id. */
  readonly byId: Readonly<Record<ResourceType, ReadonlyMap<string, number>>>;
}

/** What the resources of a snapshot are read with: shared by a column edited later. */
export interface ColumnReader {
  readonly column: (resource: Resource) => Column;
  readonly labels: Interned;
}

/**
 * Prepares to read resources as columns. `findSource` gives the labels of a
 * destination's source; without it all sources are filed once.
 */
export function columnReader(
  snapshot: Pick<Snapshot, 'resources' | 'unknowns'>,
  labels: Interned,
  findSource?: (id: string) => readonly LabelRef[] | undefined,
): ColumnReader {
  const numbers = (refs: readonly LabelRef[]) => refs.map((ref) => labels.number(labelText(ref)));
  // Filed at the first destination: an edit of a source without any needs it not.
  let filed: Map<string, readonly LabelRef[]> | null = null;
  const inFile = (id: string) => {
    filed ??= new Map(
      snapshot.resources.flatMap((each) => (each.type === 'SOURCE' ? [[each.id, each.labels] as const] : [])),
    );
    return filed.get(id);
  };
  const labelsOfSource = (id: string): readonly number[] | null => {
    const found = (findSource ?? inFile)(id);
    return found === undefined ? null : numbers(found);
  };
  const withoutId = new Set(
    snapshot.unknowns.flatMap(({ subject, id }) => (subject === 'functions' && id !== undefined ? [id] : [])),
  );
  const base = (resource: Resource) => ({
    type: resource.type,
    id: resource.id,
    key: keyText(resource),
    sourceKey: null,
    unmatched: false,
  });
  const column = (resource: Resource): Column => {
    switch (resource.type) {
      case 'SOURCE':
        return { ...base(resource), labels: numbers(resource.labels) };
      case 'SPACE':
        return { ...base(resource), labels: resource.labels === null ? null : numbers(resource.labels) };
      case 'DESTINATION':
        return {
          ...base(resource),
          sourceKey: keyText({ type: 'SOURCE', id: resource.sourceId }),
          labels: labelsOfSource(resource.sourceId),
        };
      case 'WAREHOUSE':
      case 'TRACKING_PLAN':
        return { ...base(resource), labels: [] };
      case 'FUNCTION':
        return { ...base(resource), labels: [], unmatched: withoutId.has(resource.id) };
    }
  };
  return { column, labels };
}

/**
 * Orders columns by type, then by labels, keys of few values first: neighbours
 * are then reached by the same grants, so that a strip of them holds few
 * different patterns. The order is packed into one number for each column
 *
 * (mixed radix; labels beyond 2^32 combinations no longer count).
 */
function sortKeys(columns: readonly Column[], labels: Interned): Float64Array {
  const valuesOfKey = new Map<string, Map<number, number>>();
  for (let label = 0; label < labels.size; label += 1) {
    const key = labels.text(label).split(':', 1)[0] ?? '';
    const values = valuesOfKey.get(key) ?? new Map<number, number>();
    values.set(label, values.size + 1);
    valuesOfKey.set(key, values);
  }
  const keys = [...valuesOfKey.values()].sort((one, other) => one.size - other.size);
  const place = new Float64Array(labels.size);
  let radix = 1;
  let span = 1;
  const kept: Map<number, number>[] = [];
  for (const values of keys) {
    if (span * (values.size + 1) > 2 ** 32) break;
    span *= values.size + 1;
    kept.push(values);
  }
  for (const values of kept.reverse()) {
    for (const [label, rank] of values) place[label] = rank * radix;
    radix *= values.size + 1;
  }
  const typeRank = new Map(resourceTypes.map((type, rank) => [type, rank]));
  return Float64Array.from(columns, ({ type, labels: carried }) => {
    let key = (typeRank.get(type) ?? 0) * span;
    for (const label of carried ?? []) key += place[label] ?? 0;
    return key;
  });
}

/** Reads and orders all resources of a snapshot. */
export function readColumns(resources: readonly Resource[], reader: ColumnReader): Columns {
  const unordered = resources.map(reader.column);
  const keys = sortKeys(unordered, reader.labels);
  const order = Uint32Array.from(unordered, (_, position) => position);
  order.sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0) || one - other);
  const list: Column[] = [];
  const byId: Record<ResourceType, Map<string, number>> = {
    SOURCE: new Map(),
    DESTINATION: new Map(),
    WAREHOUSE: new Map(),
    SPACE: new Map(),
    TRACKING_PLAN: new Map(),
    FUNCTION: new Map(),
  };
  for (const position of order) {
    const column = unordered[position];
    if (column === undefined || byId[column.type].has(column.id)) continue;
    byId[column.type].set(column.id, list.length);
    list.push(column);
  }
  return { list, byId };
}
