import type { LabelRef, Resource, ResourceType, Snapshot } from '@contract/snapshot';
import { columnOrder } from './column-order';
import type { LabelNumbers } from './label-numbers';

/** A resource by its kind and id; ids alone are unique within a kind only. */
export interface ResourceKey {
  readonly type: ResourceType;
  readonly id: string;
}

/** `TYPE:id`. */
export function keyText({ type, id }: ResourceKey): string {
  return `${type}:${id}`;
}

/** Whether both name one resource: for a look through many, without a text for each. */
export function isSameResource(one: ResourceKey, other: ResourceKey): boolean {
  return one.id === other.id && one.type === other.type;
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
  /** The place of each column's resource in the snapshot. */
  readonly positions: Uint32Array;
  /** The columns of the destinations that follow a source, by the source's `SOURCE:id`. */
  readonly followers: ReadonlyMap<string, readonly number[]>;
}

/** What the resources of a snapshot are read with: shared by a column edited later. */
export interface ColumnReader {
  readonly column: (resource: Resource) => Column;
  readonly labels: LabelNumbers;
}

/**
 * Prepares to read resources as columns. `findSource` gives the labels of a
 * destination's source; without it all sources are filed once.
 */
export function columnReader(
  snapshot: Pick<Snapshot, 'resources' | 'unknowns'>,
  labels: LabelNumbers,
  findSource?: (id: string) => readonly LabelRef[] | undefined,
): ColumnReader {
  const numbers = (refs: readonly LabelRef[]) => refs.map((ref) => labels.number(ref));
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
  const labelsThatDecide = (resource: Resource): readonly number[] | null => {
    switch (resource.type) {
      case 'SOURCE':
        return numbers(resource.labels);
      case 'SPACE':
        return resource.labels === null ? null : numbers(resource.labels);
      case 'DESTINATION':
        return labelsOfSource(resource.sourceId);
      case 'WAREHOUSE':
      case 'TRACKING_PLAN':
      case 'FUNCTION':
        return [];
    }
  };
  const column = (resource: Resource): Column => ({
    type: resource.type,
    id: resource.id,
    key: keyText(resource),
    sourceKey: resource.type === 'DESTINATION' ? keyText({ type: 'SOURCE', id: resource.sourceId }) : null,
    labels: labelsThatDecide(resource),
    unmatched: resource.type === 'FUNCTION' && withoutId.has(resource.id),
  });
  return { column, labels };
}

/** Reads and orders all resources of a snapshot; of several with one type and id the first in order counts. */
export function readColumns(resources: readonly Resource[], reader: ColumnReader): Columns {
  const unordered = resources.map(reader.column);
  const list: Column[] = [];
  const positions = new Uint32Array(unordered.length);
  const byId: Record<ResourceType, Map<string, number>> = {
    SOURCE: new Map(),
    DESTINATION: new Map(),
    WAREHOUSE: new Map(),
    SPACE: new Map(),
    TRACKING_PLAN: new Map(),
    FUNCTION: new Map(),
  };
  const followers = new Map<string, number[]>();
  for (const position of columnOrder(unordered, reader.labels)) {
    const column = unordered[position];
    if (column === undefined || byId[column.type].has(column.id)) continue;
    byId[column.type].set(column.id, list.length);
    if (column.sourceKey !== null) {
      const known = followers.get(column.sourceKey);
      if (known === undefined) followers.set(column.sourceKey, [list.length]);
      else known.push(list.length);
    }
    positions[list.length] = position;
    list.push(column);
  }
  return { list, byId, positions, followers };
}
