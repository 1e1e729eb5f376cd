import type { ResourceRow } from '@contract/lists';
import { type Resource, resourceTypeSchema } from '@contract/snapshot';
import { type ReachCounts, reachAt, reachOrder } from '../reach-counts';
import type { WorkspaceFacts } from '../relations/facts';
import { resourceId } from '../relations/subject-ids';
import { createTable, type Table } from '../table';

export type ResourceColumn = 'name' | 'type' | 'detail' | 'reach';
export type ResourceTable = Table<ResourceRow, ResourceColumn>;

/** Sorted by kind, the kinds stand as Segment's documentation lists them. */
const TYPE_ORDER = resourceTypeSchema.options;

function readRow(resource: Resource, facts: WorkspaceFacts): ResourceRow {
  const base = {
    type: resource.type,
    id: resource.id,
    name: resource.name,
    slug: resource.slug ?? null,
    detail: '',
    enabled: null,
    labels: [],
    canCarryLabels: false,
    source: null,
    reach: null,
  };
  switch (resource.type) {
    case 'SOURCE':
      return {
        ...base,
        detail: resource.catalogName,
        enabled: resource.enabled,
        labels: resource.labels,
        canCarryLabels: true,
      };
    case 'SPACE':
      return { ...base, labels: resource.labels, canCarryLabels: true };
    case 'DESTINATION': {
      const source = facts.resources().byId.get(resourceId({ type: 'SOURCE', id: resource.sourceId }));
      return {
        ...base,
        detail: resource.catalogName,
        enabled: resource.enabled,
        source: { id: resource.sourceId, name: source?.name ?? null },
      };
    }
    case 'WAREHOUSE':
      return { ...base, detail: resource.catalogName, enabled: resource.enabled };
    case 'TRACKING_PLAN':
      return { ...base, detail: resource.planType };
    case 'FUNCTION':
      return { ...base, detail: resource.functionType };
  }
}

/**
 * The resources of all kinds. Only labels that were read stand in a row: what
 * an admin stated about a space is not among them.
 */
export function createResourceTable(facts: WorkspaceFacts, counts: ReachCounts): ResourceTable {
  const reachOf = (place: number) => reachAt(counts.current()?.resources, place);
  return createTable({
    rows: facts.snapshot.resources.map((resource) => readRow(resource, facts)),
    idOf: resourceId,
    searched: (row) => [row.name, row.slug ?? '', row.id, row.detail],
    columns: {
      name: { by: 'text', of: (row) => row.name },
      type: { by: 'number', of: (row) => TYPE_ORDER.indexOf(row.type) },
      detail: { by: 'text', of: (row) => row.detail },
      reach: { by: 'number', of: (_, place) => reachOrder(reachOf(place)), asOf: counts.current },
    },
    first: 'name',
    complete: (row, place) => ({ ...row, reach: reachOf(place) }),
  });
}
