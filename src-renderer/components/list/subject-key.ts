import type { Subject } from '@contract/inspect';

/** A subject as one text, for telling rows apart. */
export function subjectKey(subject: Subject): string {
  return `${subject.kind} ${subject.id}`;
}
