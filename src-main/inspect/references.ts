import type { Reference } from '@contract/inspect';
import type { Group, Resource } from '@contract/snapshot';
import type { WorkspaceFacts } from '../lists/relations/facts';
import { memberName, resourceId } from '../lists/relations/subject-ids';

/** The most references that one answer may hold, as the contract has it. */
export const MOST_REFERENCES = 10_000;

/** The references that fit into an answer, and what to say when not all do. */
export interface CappedReferences {
  readonly references: Reference[];
  /** Set when some were left out: how many there are. */
  readonly leftOut: string | null;
}

/** Cuts a list down to what an answer may hold, and never silently. `what` names them: `members`. */
export function capReferences(references: readonly Reference[], what: string): CappedReferences {
  if (references.length <= MOST_REFERENCES) return { references: [...references], leftOut: null };
  const shown = MOST_REFERENCES.toLocaleString('en');
  return {
    references: references.slice(0, MOST_REFERENCES),
    leftOut: `Only the first ${shown} of ${references.length.toLocaleString('en')} ${what} are listed here.`,
  };
}

export function groupReference(group: Pick<Group, 'id' | 'name'>): Reference {
  return { subject: { kind: 'group', id: group.id }, name: group.name };
}

export function resourceReference(resource: Resource): Reference {
  return {
    subject: { kind: 'resource', id: resourceId(resource) },
    name: resource.name === '' ? resource.id : resource.name,
  };
}

/** A member by id; one that the members' list does not have is called by its id. */
export function memberReference(facts: WorkspaceFacts, id: string): Reference {
  const member = facts.memberById().get(id);
  return { subject: { kind: 'member', id }, name: member ? memberName(member) : id };
}

/** The sentences that apply, as one text; null when none does. */
export function joinSentences(sentences: readonly (string | null)[]): string | null {
  const said = [...new Set(sentences.filter((sentence) => sentence !== null))];
  return said.length === 0 ? null : said.join(' ');
}
