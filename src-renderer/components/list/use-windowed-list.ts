import type { ListName, ListPage } from '@contract/lists';
import { usePolicyRound } from '../../stores/policy';
import { askList, type ListQuestionOf } from './list-questions';
import { useWindowedRows, type WindowedList } from './use-windowed-rows';

/** The lists whose rows have counts from the policy engine. */
const COUNTED: readonly ListName[] = ['members', 'groups', 'resources', 'labels'];

/**
 * A list of one workspace, window by window. `fingerprint` is that of the
 * workspace's snapshot: when it changes, or when a policy has been compiled, the
 * rows are asked for anew.
 */
export function useWindowedList<Name extends ListName>(
  name: Name,
  question: ListQuestionOf<Name> | null,
  fingerprint: string | null,
): WindowedList<ListPage<Name>> {
  const round = usePolicyRound(question !== null && COUNTED.includes(name) ? question.key : null);
  return useWindowedRows(
    question === null
      ? null
      : {
          realm: question.key,
          id: JSON.stringify(question),
          epoch: `${fingerprint ?? ''} ${round}`,
          fetch: (window) => askList(name, question, window),
        },
  );
}
