import type { Collection, ResourceType, Snapshot, Unknown } from '@contract/snapshot';

/** The list that holds the resources of a type. */
export const COLLECTION_OF_TYPE = {
  SOURCE: 'sources',
  DESTINATION: 'destinations',
  WAREHOUSE: 'warehouses',
  SPACE: 'spaces',
  TRACKING_PLAN: 'trackingPlans',
  FUNCTION: 'functions',
} as const satisfies Record<ResourceType, Collection>;

/** Looks up why something of a snapshot could not be seen. */
export interface UnknownReasons {
  /** The reason why the subject as a whole is unknown, or null when it is not among the unknowns. */
  whole(subject: Unknown['subject']): string | null;
  /** The reason for one entity, else that of the subject as a whole, else null. */
  of(subject: Unknown['subject'], id: string): string | null;
  /** The reason for the subject as a whole, else the first that any of its entities has, else null. */
  any(subject: Unknown['subject']): string | null;
}

/** Prepares the unknowns of a snapshot for look-ups; of several entries for one thing the first counts. */
export function readUnknowns(snapshot: Snapshot): UnknownReasons {
  const whole = new Map<string, string>();
  const single = new Map<string, Map<string, string>>();
  for (const { subject, id, reason } of snapshot.unknowns) {
    if (id === undefined) {
      if (!whole.has(subject)) whole.set(subject, reason);
      continue;
    }
    const ofSubject = single.get(subject) ?? new Map<string, string>();
    single.set(subject, ofSubject);
    if (!ofSubject.has(id)) ofSubject.set(id, reason);
  }
  return {
    whole: (subject) => whole.get(subject) ?? null,
    any: (subject) => whole.get(subject) ?? single.get(subject)?.values().next().value ?? null,
    of: (subject, id) => single.get(subject)?.get(id) ?? whole.get(subject) ?? null,
  };
}
