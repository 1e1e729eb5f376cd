import type { ListName, ListPage, ListQuery } from '@contract/lists';
import { call } from '../../api/bridge';
import type { ListWindow } from './row-page';

/** A question for one list without its window: what is looked for and how it is sorted. */
export type ListQuestionOf<Name extends ListName> = Omit<ListQuery<Name>, 'offset' | 'limit'>;

type Asks = {
  [Name in ListName]: (question: ListQuestionOf<Name>, window: ListWindow) => Promise<ListPage<Name>>;
};

const asks: Asks = {
  members: (question, window) => call('lists.members', { ...question, ...window }),
  groups: (question, window) => call('lists.groups', { ...question, ...window }),
  resources: (question, window) => call('lists.resources', { ...question, ...window }),
  labels: (question, window) => call('lists.labels', { ...question, ...window }),
  roles: (question, window) => call('lists.roles', { ...question, ...window }),
  tokens: (question, window) => call('lists.tokens', { ...question, ...window }),
};

/** Asks main for some rows of a list. */
export function askList<Name extends ListName>(
  name: Name,
  question: ListQuestionOf<Name>,
  window: ListWindow,
): Promise<ListPage<Name>> {
  return asks[name](question, window);
}
