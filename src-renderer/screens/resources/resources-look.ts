import type { LabelRef, ResourceType } from '@contract/snapshot';
import { changeLook, createLookMemory, type ListLook } from '../../components/list/look-memory';
import { goToWorkspace } from '../../stores/navigation';
import type { ResourceSort } from './resource-columns';

/** How the resources are looked at. */
export interface ResourcesLook extends ListLook<ResourceSort> {
  /** Only these kinds; empty: all. */
  types: ResourceType[];
  label: LabelRef | null;
}

/** Without search and filters. */
export const ALL_RESOURCES = { text: '', types: [], label: null } satisfies Partial<ResourcesLook>;

export const resourcesLook = createLookMemory<ResourcesLook>({ ...ALL_RESOURCES, sort: null });

/** Goes to the resources that carry this label. */
export function showResourcesWith(workspaceKey: string, label: LabelRef): void {
  changeLook(resourcesLook, workspaceKey, { ...ALL_RESOURCES, label });
  goToWorkspace(workspaceKey, 'resources');
}
