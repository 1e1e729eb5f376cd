import type { ChannelInput, ChannelOutput } from '@contract/channels';
import { call } from '../../api/bridge';
import type { RowPage } from '../../components/list/row-page';
import { useWindowedRows, type WindowedList } from '../../components/list/use-windowed-rows';
import { useDataEpoch } from '../../stores/data-epoch';
import { usePersonStore } from '../../stores/person';

type Answer = ChannelOutput<'persons.list'>;

/** A page of people; `unknown` names the workspaces whose people could not be read. */
export type PeoplePage = Answer & RowPage;

type Question = Omit<ChannelInput<'persons.list'>, 'offset' | 'limit'>;

function pageOf(answer: Answer): PeoplePage {
  const unread = answer.unread.map(({ workspace, reason }) => `${workspace}: ${reason}`);
  return { ...answer, unknown: unread.length === 0 ? null : unread.join(' ') };
}

/** The people of all workspaces, window by window. */
export function usePeople(question: Question): WindowedList<PeoplePage> {
  const round = usePersonStore((persons) => persons.round);
  return useWindowedRows<PeoplePage>({
    realm: 'people',
    id: JSON.stringify(question),
    epoch: `${round} ${useDataEpoch()}`,
    fetch: async (window) => pageOf(await call('persons.list', { ...question, ...window })),
  });
}
