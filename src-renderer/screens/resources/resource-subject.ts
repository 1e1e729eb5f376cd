import type { Subject } from '@contract/inspect';
import type { ResourceType } from '@contract/snapshot';

/** A resource as the inspector names it. */
export function resourceSubject(resource: { type: ResourceType; id: string }): Subject {
  return { kind: 'resource', id: `${resource.type}:${resource.id}` };
}
