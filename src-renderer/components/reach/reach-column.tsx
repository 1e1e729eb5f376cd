import type { ReachCount } from '@contract/reach-count';
import type { Column } from '../list/column';
import { CellReach } from './CellReach';
import { type ReachTelling, reachToCopy } from './reach-words';

/** The column of a list that shows how far each row reaches, or by how many it is reached. */
export function reachColumn<Row extends { reach: ReachCount | null }>({
  head,
  telling,
  trouble,
  from,
}: {
  head: string;
  telling: ReachTelling;
  /** Why there is no reach at all; `null`: it is there, or being worked out. */
  trouble: string | null;
  /** The width of the list in px from which the column is shown. */
  from: number;
}): Column<Row, 'reach'> {
  return {
    id: 'reach',
    head,
    sort: 'reach',
    track: 'minmax(128px, 184px)',
    from,
    cell: (row, { width }) => (
      <CellReach reach={row.reach} telling={telling} trouble={trouble} width={width} />
    ),
    text: (row) => reachToCopy(row.reach),
  };
}
