import type { PersonRow } from '@contract/persons';
import { ContactRound } from 'lucide-react';
import { useRef } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { countText } from '../../components/list/counts';
import { ListPane } from '../../components/list/ListPane';
import { useLook } from '../../components/list/look-memory';
import { ScreenHeader } from '../../components/list/ScreenHeader';
import { SearchField } from '../../components/list/SearchField';
import { useSettled } from '../../components/list/use-settled';
import { SegmentedControl } from '../../components/SegmentedControl';
import { showPerson } from '../../stores/person';
import styles from './people.module.css';
import { PEOPLE_COLUMNS } from './people-columns';
import { EVERYWHERE, type PeopleLook, peopleLook } from './people-look';
import { type PeoplePage, usePeople } from './use-people';

type Show = PeopleLook['show'];

const NOBODY: Record<Show, string> = {
  all: 'Nobody',
  several: 'Nobody in several workspaces',
  suggested: 'Nobody with a similar account',
  invited: 'Nobody invited',
  owners: 'No owner',
};

const personKey = ({ id }: PersonRow) => id;

/** Everybody of all workspaces, each once. */
export function PeopleList() {
  const [look, change] = useLook(peopleLook, EVERYWHERE);
  const text = useSettled(look.text);
  const list = usePeople({ text, sort: look.sort, show: look.show });
  const table = useRef<HTMLTableElement>(null);
  const { view } = list;
  const head = view.kind === 'shown' ? view.head : null;
  return (
    <section className={styles.screen} aria-label="People">
      <ScreenHeader
        title="People"
        count={
          head === null ? null : { total: head.total, matched: head.matched, partial: head.unknown !== null }
        }
        search={
          <SearchField
            label="Search people"
            text={look.text}
            onText={(typed) => change({ text: typed })}
            onDown={() => table.current?.focus()}
          />
        }
        filters={
          <SegmentedControl
            label="Show"
            value={look.show}
            options={showOptions(head)}
            onChange={(show) => change({ show })}
          />
        }
      />
      <ListPane
        list={list}
        table={table}
        things="people"
        columns={PEOPLE_COLUMNS}
        rowKey={personKey}
        memoryKey="people"
        sort={look.sort}
        onSort={(sort) => change({ sort })}
        selectedKey={null}
        onOpen={(row) => showPerson(row.id)}
        empty={
          <EmptyState icon={<ContactRound />} title="Nobody yet">
            No workspace that has been read lists a team member or an invite.
          </EmptyState>
        }
        noMatch={
          text.trim() === '' ? `${NOBODY[look.show]} here` : `${NOBODY[look.show]} matches “${text.trim()}”`
        }
        onClear={() => change({ text: '', show: 'all' })}
      />
    </section>
  );
}

/** What can be shown, with how many there are of each once that is known. */
function showOptions(head: PeoplePage | null): { value: Show; label: string }[] {
  const counted = (word: string, count: number | undefined) =>
    count === undefined ? word : `${word} ${countText(count)}`;
  const counts = head?.counts;
  return [
    { value: 'all', label: counted('All', head?.total) },
    { value: 'several', label: counted('In several workspaces', counts?.several) },
    { value: 'suggested', label: counted('Same person?', counts?.suggested) },
    { value: 'owners', label: counted('Owners', counts?.owners) },
    { value: 'invited', label: counted('Invited', counts?.invited) },
  ];
}
