import { ArrowDown, ArrowUp } from 'lucide-react';
import { type Column, nextSort, type SortOrder } from './column';
import styles from './data-grid.module.css';

interface GridHeadProps<Row, Sort extends string> {
  columns: readonly Column<Row, Sort>[];
  sort: SortOrder<Sort> | null;
  onSort: (sort: SortOrder<Sort> | null) => void;
}

/** The head of a list: stays in sight; a column that can be sorted is a button. */
export function GridHead<Row, Sort extends string>({ columns, sort, onSort }: GridHeadProps<Row, Sort>) {
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.headRow}>
        {columns.map((column, index) => (
          <HeadCell key={column.id} column={column} index={index} sort={sort} onSort={onSort} />
        ))}
      </tr>
    </thead>
  );
}

interface HeadCellProps<Row, Sort extends string> {
  column: Column<Row, Sort>;
  index: number;
  sort: SortOrder<Sort> | null;
  onSort: (sort: SortOrder<Sort> | null) => void;
}

function HeadCell<Row, Sort extends string>({ column, index, sort, onSort }: HeadCellProps<Row, Sort>) {
  const by = column.sort;
  if (by === undefined) {
    return (
      <th scope="col" aria-colindex={index + 1} className={styles.headCell} data-align={column.align}>
        {column.head}
      </th>
    );
  }
  const direction = sort?.column === by ? sort.direction : null;
  return (
    <th
      scope="col"
      aria-colindex={index + 1}
      aria-sort={direction ?? 'none'}
      className={styles.headCell}
      data-align={column.align}
    >
      <button
        type="button"
        className={styles.sort}
        data-sorted={direction ?? undefined}
        onClick={() => onSort(nextSort(sort, by))}
      >
        {column.head}
        {direction === 'descending' ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden />}
      </button>
    </th>
  );
}
