import type { Collection, Unknown } from '@contract/snapshot';
import { joinSentences } from '../inspect/references';
import type { WorkspaceFacts } from '../lists/relations/facts';

/** The reasons why any of these could not be read as a whole or in part; `null` where all were. */
export function whyUnread(
  { unknowns }: WorkspaceFacts,
  ...subjects: readonly (Collection | Unknown['subject'])[]
): string | null {
  return joinSentences(subjects.map((subject) => unknowns.any(subject)));
}
