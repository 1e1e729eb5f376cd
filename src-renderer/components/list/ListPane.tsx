import { CircleAlert, CircleHelp, SearchX } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { Button } from '../Button';
import { EmptyState } from '../EmptyState';
import { Notice } from '../Notice';
import type { Column, SortOrder } from './column';
import { DataGrid } from './DataGrid';
import styles from './list-pane.module.css';
import type { RowOf, RowPage } from './row-page';
import { SkeletonRows } from './SkeletonRows';
import { useRowHeight } from './use-row-height';
import type { WindowedList } from './use-windowed-rows';

export interface ListPaneProps<Page extends RowPage, Sort extends string> {
  list: WindowedList<Page>;
  /** The rows, for moving the focus there. */
  table: RefObject<HTMLTableElement | null>;
  /** What the list holds, plural and in lower case: `members`. */
  things: string;
  columns: readonly Column<RowOf<Page>, Sort>[];
  /** Names a row for good. */
  rowKey: (row: RowOf<Page>) => string;
  memoryKey: string;
  sort: SortOrder<Sort> | null;
  onSort: (sort: SortOrder<Sort> | null) => void;
  selectedKey: string | null;
  onOpen: (row: RowOf<Page>) => void;
  begins?: (row: RowOf<Page>, before: RowOf<Page> | undefined) => boolean;
  /** What to show when the workspace has none at all. */
  empty: ReactNode;
  /** What to show when the list could not be read; without it the reason is said. */
  unreadable?: (reason: string) => ReactNode;
  /** What to say when search and filters leave nothing: `Nobody matches “xyz”`. */
  noMatch: string;
  /** Takes search and filters away. */
  onClear: () => void;
}

/** A list with all its states: loading, failed, unreadable, empty, nothing found, and the rows. */
export function ListPane<Page extends RowPage, Sort extends string>(props: ListPaneProps<Page, Sort>) {
  const { list, things, empty, noMatch, onClear } = props;
  const rowHeight = useRowHeight();
  const { view } = list;
  const clear = <Button onClick={onClear}>Clear the search</Button>;
  switch (view.kind) {
    case 'idle':
    case 'loading':
      return <SkeletonRows label={things} />;
    case 'failed':
      return (
        <EmptyState
          icon={<CircleAlert />}
          title={`The ${things} could not be loaded`}
          actions={<Button onClick={list.retry}>Try again</Button>}
        >
          {view.failure.message}
        </EmptyState>
      );
    case 'shown': {
      const { total, matched, unknown } = view.head;
      if (unknown !== null && total === 0) {
        return props.unreadable?.(unknown) ?? <UnreadableList things={things} reason={unknown} />;
      }
      if (unknown !== null && matched === 0) {
        return <UnreadableList things={things} reason={unknown} actions={clear} />;
      }
      if (total === 0) return empty;
      if (matched === 0) {
        return <EmptyState icon={<SearchX />} title={noMatch} actions={clear} />;
      }
      return (
        <div className={styles.pane} data-renewing={view.renewing || undefined}>
          {unknown === null ? null : (
            <Notice tone="warning" placement="banner">
              This list is not complete. {unknown}
            </Notice>
          )}
          {view.failure === null ? null : (
            <Notice
              tone="error"
              placement="banner"
              actions={
                <Button variant="quiet" onClick={list.retry}>
                  Try again
                </Button>
              }
            >
              The list could not be renewed: {view.failure.message}
            </Notice>
          )}
          <DataGrid
            table={props.table}
            label={things}
            columns={props.columns}
            count={matched}
            rowAt={view.rowAt}
            rowKey={props.rowKey}
            questionId={view.questionId}
            memoryKey={props.memoryKey}
            rowHeight={rowHeight}
            sort={props.sort}
            onSort={props.onSort}
            selectedKey={props.selectedKey}
            onOpen={props.onOpen}
            onVisible={list.see}
            {...(props.begins === undefined ? {} : { begins: props.begins })}
          />
        </div>
      );
    }
  }
}

/** Stands where a whole list could not be read: it may well have rows. */
function UnreadableList({
  things,
  reason,
  actions,
}: {
  things: string;
  reason: string;
  actions?: ReactNode;
}) {
  return (
    <EmptyState icon={<CircleHelp />} title={`The ${things} are unknown`} actions={actions}>
      {reason}
    </EmptyState>
  );
}
