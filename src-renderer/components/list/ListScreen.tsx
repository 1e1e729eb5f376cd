import type { Subject } from '@contract/inspect';
import { type ReactNode, useCallback, useRef } from 'react';
import { useSelection } from '../../stores/selected-workspace';
import { listedSubject } from '../../stores/selection';
import type { Column } from './column';
import { ListPane } from './ListPane';
import styles from './list-screen.module.css';
import type { ListLook } from './look-memory';
import type { RowOf, RowPage } from './row-page';
import { type HeaderCount, ScreenHeader } from './ScreenHeader';
import { SearchField } from './SearchField';
import { subjectKey } from './subject-key';
import type { WindowedList } from './use-windowed-rows';

export interface ListScreenProps<Page extends RowPage, Sort extends string> {
  title: string;
  /** What the list holds, plural and in lower case: `members`. */
  things: string;
  workspaceKey: string;
  list: WindowedList<Page>;
  look: ListLook<Sort>;
  onLook: (patch: Partial<ListLook<Sort>>) => void;
  columns: readonly Column<RowOf<Page>, Sort>[];
  /** What a row is, for the inspector. Keep it stable. */
  subjectOf: (row: RowOf<Page>) => Subject;
  begins?: (row: RowOf<Page>, before: RowOf<Page> | undefined) => boolean;
  filters?: ReactNode;
  actions?: ReactNode;
  /** Stands between the header and the list. */
  banner?: ReactNode;
  /** A part of the list could not be read, which the answer itself does not say. */
  partial?: boolean;
  empty: ReactNode;
  /** What to show when the list could not be read; without it the reason is said. */
  unreadable?: (reason: string) => ReactNode;
  noMatch: string;
  /** Takes search and filters away. */
  onClear: () => void;
}

/** A screen that is one list: header with search and filters, and the rows. */
export function ListScreen<Page extends RowPage, Sort extends string>(props: ListScreenProps<Page, Sort>) {
  const { title, things, list, look, onLook, subjectOf, partial = false } = props;
  const { inspected, select } = useSelection();
  const listed = inspected === null ? null : listedSubject(inspected);
  const table = useRef<HTMLTableElement>(null);
  const rowKey = useCallback((row: RowOf<Page>) => subjectKey(subjectOf(row)), [subjectOf]);
  const { view } = list;
  const unreadable = view.kind === 'shown' && isUnreadable(view.head);
  return (
    <section className={styles.screen} aria-label={title}>
      <ScreenHeader
        title={title}
        count={view.kind === 'shown' && !unreadable ? countOf(view.head, partial) : null}
        search={
          unreadable ? null : (
            <SearchField
              label={`Search ${things}`}
              text={look.text}
              onText={(text) => onLook({ text })}
              onDown={() => table.current?.focus()}
            />
          )
        }
        actions={props.actions}
        filters={props.filters}
      />
      {props.banner}
      <ListPane
        list={list}
        table={table}
        things={things}
        columns={props.columns}
        rowKey={rowKey}
        memoryKey={`${props.workspaceKey} ${things}`}
        sort={look.sort}
        onSort={(sort) => onLook({ sort })}
        selectedKey={listed === null ? null : subjectKey(listed)}
        onOpen={(row) => select(subjectOf(row))}
        empty={props.empty}
        noMatch={props.noMatch}
        onClear={props.onClear}
        {...(props.unreadable === undefined ? {} : { unreadable: props.unreadable })}
        {...(props.begins === undefined ? {} : { begins: props.begins })}
      />
    </section>
  );
}

function countOf({ total, matched, unknown }: RowPage, partial: boolean): HeaderCount {
  return { total, matched, partial: partial || unknown !== null };
}

/** Without rows and with a reason, the count is unknown and not 0. */
function isUnreadable(head: RowPage): boolean {
  return head.unknown !== null && head.total === 0;
}
