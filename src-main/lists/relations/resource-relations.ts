import type { Resource, Snapshot } from '@contract/snapshot';
import { labelId, resourceId } from './subject-ids';

/** Resources found by id, by label and by the source that they hang on. */
export interface ResourceRelations {
  /** By `TYPE:id`. */
  readonly byId: ReadonlyMap<string, Resource>;
  /** The sources and spaces that are known to carry the label (`key:value`), each once. */
  carrying(label: string): readonly Resource[];
  destinationsOf(sourceId: string): readonly Resource[];
  /** True when there is a space whose labels cannot be seen. */
  readonly hiddenSpaceLabels: boolean;
}

function collect(into: Map<string, Resource[]>, key: string, resource: Resource): void {
  const resources = into.get(key);
  if (!resources) into.set(key, [resource]);
  else if (resources.at(-1) !== resource) resources.push(resource);
}

/** Walks the resources once and files them. */
export function readResourceRelations(snapshot: Snapshot): ResourceRelations {
  const byId = new Map<string, Resource>();
  const byLabel = new Map<string, Resource[]>();
  const bySource = new Map<string, Resource[]>();
  let hiddenSpaceLabels = false;
  for (const resource of snapshot.resources) {
    byId.set(resourceId(resource), resource);
    switch (resource.type) {
      case 'SOURCE':
      case 'SPACE':
        if (resource.labels === null) hiddenSpaceLabels = true;
        else for (const label of resource.labels) collect(byLabel, labelId(label), resource);
        break;
      case 'DESTINATION':
        collect(bySource, resource.sourceId, resource);
        break;
      case 'WAREHOUSE':
      case 'TRACKING_PLAN':
      case 'FUNCTION':
        break;
    }
  }
  return {
    byId,
    carrying: (label) => byLabel.get(label) ?? [],
    destinationsOf: (sourceId) => bySource.get(sourceId) ?? [],
    hiddenSpaceLabels,
  };
}
