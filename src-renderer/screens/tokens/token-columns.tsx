import type { ListQuery, TokenRow } from '@contract/lists';
import { Chip } from '../../components/Chip';
import { CellName } from '../../components/list/CellName';
import type { Column } from '../../components/list/column';
import { RelativeTime } from '../../components/RelativeTime';
import styles from './tokens.module.css';

/** What tokens can be sorted by. */
export type TokenSort = NonNullable<ListQuery<'tokens'>['sort']>['column'];

/** The columns of the tokens. */
export const tokenColumns: readonly Column<TokenRow, TokenSort>[] = [
  {
    id: 'description',
    head: 'Description',
    sort: 'description',
    track: 'minmax(180px, 1.6fr)',
    cell: (row) => (
      <>
        <CellName name={row.description} />
        {row.ours ? <Chip tone="accent">used by Gatehouse</Chip> : null}
      </>
    ),
    text: (row) => row.description,
  },
  {
    id: 'role',
    head: 'Role',
    sort: 'role',
    track: '84px',
    cell: (row) => row.role,
    text: (row) => row.role,
  },
  {
    id: 'type',
    head: 'Type',
    from: 700,
    track: 'minmax(90px, 0.6fr)',
    cell: (row) => <span className={styles.muted}>{row.type}</span>,
    text: (row) => row.type,
  },
  {
    id: 'createdBy',
    head: 'Created by',
    from: 560,
    track: 'minmax(130px, 1fr)',
    cell: (row) => <span className={styles.muted}>{row.createdBy}</span>,
    text: (row) => row.createdBy,
  },
  {
    id: 'createdAt',
    head: 'Created',
    sort: 'createdAt',
    track: '104px',
    cell: (row) => <RelativeTime at={row.createdAt} />,
    text: (row) => row.createdAt,
  },
  {
    id: 'id',
    head: 'Id',
    from: 820,
    track: 'minmax(120px, 0.9fr)',
    cell: (row) => <span className={styles.id}>{row.id}</span>,
    text: (row) => row.id,
  },
];
