import type { Snapshot } from '@contract/snapshot';
import { type ColumnReader, type Columns, columnReader, type ResourceKey, readColumns } from './columns';
import { LabelNumbers } from './label-numbers';
import { Powers } from './powers';
import { Rows } from './rows';
import { type Holdings, type Seating, seat } from './standing';

export { doubtOfMembership, missingGroups, powersOfGroup, powersOfMember } from './standing';

/** A snapshot with everything that questions need found once and numbered. */
export interface World extends Holdings, Seating {
  readonly snapshot: Snapshot;
  readonly columns: Columns;
  readonly reader: ColumnReader;
}

/** Reads a snapshot into a world. Pure: the same snapshot gives the same world. */
export function buildWorld(snapshot: Snapshot): World {
  const reader = columnReader(snapshot, new LabelNumbers());
  const columns = readColumns(snapshot.resources, reader);
  const powers = new Powers(reader.labels, new Map(snapshot.roles.map(({ id, name }) => [id, name])));
  const holdings = { powers, rows: new Rows() };
  return { ...holdings, columns, reader, snapshot, ...seat(snapshot, holdings) };
}

/** The position of the resource, `undefined` when the snapshot has none such. */
export function columnIndex(
  { columns }: Pick<World, 'columns'>,
  { type, id }: ResourceKey,
): number | undefined {
  return columns.byId[type].get(id);
}
