import type { Subject } from '@contract/inspect';
import type { ResourceType } from '@contract/snapshot';

/** The resource of a subject, whose id is `TYPE:id`. */
export function resourceOfSubject(type: ResourceType, { id }: Subject): { type: ResourceType; id: string } {
  return { type, id: id.startsWith(`${type}:`) ? id.slice(type.length + 1) : id };
}
