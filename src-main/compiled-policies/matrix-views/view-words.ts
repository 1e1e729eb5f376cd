import type { MatrixView } from '@contract/matrix';
import type { WorkspaceFacts } from '../../lists/relations/facts';
import { labelId } from '../../lists/relations/subject-ids';

/** What a view was narrowed to, in words for a report. */
export function viewWords(facts: WorkspaceFacts, view: MatrixView): Record<string, string> {
  const { principalText, resourceText, groupId, types, label, level, sources } = view;
  const group = groupId === null ? null : (facts.memberships().groupById.get(groupId)?.name ?? groupId);
  return {
    'what is on screen': 'the members and resources that the matrix showed',
    ...(principalText === '' ? {} : { 'members found by': principalText }),
    ...(resourceText === '' ? {} : { 'resources found by': resourceText }),
    ...(group === null ? {} : { group }),
    ...(types.length === 0 ? {} : { kinds: types.join(', ') }),
    ...(label === null ? {} : { label: labelId(label) }),
    ...(level === null ? {} : { level }),
    ...(sources.length === 0
      ? {}
      : { 'chosen by access through': `${sources.join(', ')} (the report shows all access of those found)` }),
  };
}
