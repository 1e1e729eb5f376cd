import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { type Column, columnsThatFit, type SortOrder } from './column';
import { isCursorKey, moveCursor } from './cursor';
import styles from './data-grid.module.css';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { rangeWithCursor } from './range-with-cursor';
import { recallScroll } from './scroll-memory';
import { tabSeparated } from './tab-separated';
import { useColumnWidths } from './use-column-widths';
import { useCopy } from './use-copy';
import { useCursor } from './use-cursor';
import { useElementWidth } from './use-element-width';
import { useRememberedScroll } from './use-remembered-scroll';

/** Height of the head in px, see `data-grid.module.css`. */
const HEAD_HEIGHT = 30;
/** Rows drawn beyond each edge, so that a quick turn of the wheel shows no gap. */
const OVERSCAN = 12;

export interface DataGridProps<Row, Sort extends string> {
  /** The element that has the focus while the list is used. */
  table: RefObject<HTMLTableElement | null>;
  /** What the list holds, for screen readers. */
  label: string;
  columns: readonly Column<Row, Sort>[];
  count: number;
  rowAt: (index: number) => Row | undefined;
  /** Names a row for good, also after new data came. */
  rowKey: (row: Row) => string;
  /** The question that the rows answer: another one begins at the top. */
  questionId: string;
  /** Under which name the scroll position is remembered while other screens are shown. */
  memoryKey: string;
  rowHeight: number;
  sort: SortOrder<Sort> | null;
  onSort: (sort: SortOrder<Sort> | null) => void;
  /** The row that the inspector shows. While it is open, it follows the cursor. */
  selectedKey: string | null;
  onOpen: (row: Row) => void;
  onVisible: (first: number, last: number) => void;
  /** Whether a row begins a block that belongs together. */
  begins?: (row: Row, before: Row | undefined) => boolean;
}

/** The row that was clicked; `null` for the head, and for a button within a row, which has its own meaning. */
function clickedRow(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('button, a') !== null) return null;
  const index = target.closest('tr')?.dataset.index;
  return index === undefined ? null : Number(index);
}

/**
 * A list of any length: only the rows in sight exist. One stop for Tab; arrows,
 * Page, Home and End move the cursor, Enter opens the inspector, copying takes
 * the row at the cursor as cells for a spreadsheet.
 */
export function DataGrid<Row, Sort extends string>(props: DataGridProps<Row, Sort>) {
  const {
    table,
    label,
    count,
    rowAt,
    rowKey,
    questionId,
    memoryKey,
    rowHeight,
    selectedKey,
    onOpen,
    onVisible,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const gridId = useId();
  const width = useElementWidth(scroller);
  const columns = useMemo(() => columnsThatFit(props.columns, width), [props.columns, width]);
  const widths = useColumnWidths(table, columns.length);
  const { cursor, place } = useCursor({ count, rowAt, rowKey, questionId });

  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    initialOffset: recallScroll(memoryKey, questionId),
    rangeExtractor: (range) => rangeWithCursor(range, cursor),
  });
  const measured = useRef(rowHeight);
  useEffect(() => {
    if (measured.current === rowHeight) return;
    measured.current = rowHeight;
    virtualizer.measure();
  }, [virtualizer, rowHeight]);

  useRememberedScroll(scroller, memoryKey, questionId);

  const items = virtualizer.getVirtualItems();
  const firstVisible = virtualizer.range?.startIndex;
  const lastVisible = virtualizer.range?.endIndex;
  useEffect(() => {
    if (firstVisible !== undefined && lastVisible !== undefined) onVisible(firstVisible, lastVisible);
  }, [firstVisible, lastVisible, onVisible]);

  const moveTo = useCallback(
    (index: number) => {
      place(index);
      virtualizer.scrollToIndex(index);
    },
    [place, virtualizer],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== table.current || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isCursorKey(event.key)) {
      event.preventDefault();
      const height = scroller.current?.clientHeight ?? 0;
      const perPage = Math.floor((height - HEAD_HEIGHT) / rowHeight);
      const next = moveCursor(cursor, event.key, { count, perPage });
      if (next === null) return;
      moveTo(next);
      const row = rowAt(next);
      if (selectedKey !== null && row !== undefined) onOpen(row);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const row = cursor === null ? undefined : rowAt(cursor);
      if (row !== undefined) onOpen(row);
    }
  };

  const onClick = (event: MouseEvent<HTMLTableElement>) => {
    const index = clickedRow(event.target);
    if (index === null) return;
    place(index);
    const row = rowAt(index);
    if (row !== undefined) onOpen(row);
  };

  const onFocus = (event: FocusEvent) => {
    if (event.target !== table.current || cursor !== null || count === 0) return;
    if (table.current.matches(':focus-visible')) place(firstVisible ?? 0);
  };

  useCopy(table, () => {
    const row = cursor === null ? undefined : rowAt(cursor);
    return row === undefined ? null : tabSeparated([props.columns.map((column) => column.text(row))]);
  });

  // A table that is operated with keys is a grid: ARIA in HTML allows the role, and rows and cells follow it.
  const grid = {
    role: 'grid',
    tabIndex: 0,
    'aria-label': label,
    'aria-rowcount': count + 1,
    'aria-colcount': columns.length,
    'aria-activedescendant': cursor === null ? undefined : `${gridId}-${cursor}`,
  };
  const tracks: CSSProperties & Record<'--tracks' | '--row-height' | '--list-height', string> = {
    '--tracks': columns.map(({ track }) => track).join(' '),
    '--row-height': `${rowHeight}px`,
    '--list-height': `${virtualizer.getTotalSize()}px`,
  };
  return (
    <div ref={scroller} className={styles.scroller} style={tracks}>
      {/* The table takes the keys for its rows: rows come and go while scrolling and could lose the focus. */}
      <table
        ref={table}
        {...grid}
        className={styles.table}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        <GridHead columns={columns} sort={props.sort} onSort={props.onSort} />
        <tbody className={styles.body}>
          {items.map((item) => {
            const row = rowAt(item.index);
            return (
              <GridRow
                key={item.index}
                id={`${gridId}-${item.index}`}
                index={item.index}
                top={item.start - HEAD_HEIGHT}
                row={row}
                columns={columns}
                widths={widths}
                active={item.index === cursor}
                selected={row !== undefined && rowKey(row) === selectedKey}
                begins={row !== undefined && props.begins?.(row, rowAt(item.index - 1)) === true}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
