import { memo } from 'react';
import type { Column } from './column';
import styles from './data-grid.module.css';

interface GridRowProps<Row> {
  id: string;
  /** Place in the list, from 0. */
  index: number;
  /** Pixels from the top of the list. */
  top: number;
  /** `undefined` while it is on its way. */
  row: Row | undefined;
  columns: readonly Column<Row, string>[];
  /** The room that each column has, in px. */
  widths: readonly number[];
  /** The cursor is here. */
  active: boolean;
  /** The inspector shows it. */
  selected: boolean;
  /** Begins a block of rows that belong together: gets a stronger line above. */
  begins: boolean;
}

function DrawnRow<Row>({
  id,
  index,
  top,
  row,
  columns,
  widths,
  active,
  selected,
  begins,
}: GridRowProps<Row>) {
  return (
    <tr
      id={id}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={styles.row}
      data-active={active || undefined}
      data-begins={begins || undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, place) => (
        <td key={column.id} aria-colindex={place + 1} className={styles.cell} data-align={column.align}>
          {row === undefined ? (
            <span className={styles.onItsWay} />
          ) : (
            column.cell(row, { begins, width: widths[place] ?? 0 })
          )}
        </td>
      ))}
    </tr>
  );
}

/** One row of a list. Drawn again only when something of it changes, so scrolling stays cheap. */
export const GridRow = memo(DrawnRow);
