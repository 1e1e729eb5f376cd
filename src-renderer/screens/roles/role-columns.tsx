import type { ListQuery, RoleRow } from '@contract/lists';
import { CellCount } from '../../components/list/CellCount';
import { CellName } from '../../components/list/CellName';
import type { Column } from '../../components/list/column';
import { countToCopy } from '../../components/list/counts';
import { UnknownMark } from '../../components/UnknownMark';
import styles from './roles.module.css';

/** What roles can be sorted by. */
export type RoleSort = NonNullable<ListQuery<'roles'>['sort']>['column'];

/** Why a role that Gatehouse does not know matters. */
export const UNKNOWN_ROLE =
  'Gatehouse does not know this role, so it cannot tell what it gives. Access through it is shown as unknown, never as none.';

/** The columns of the roles. */
export const roleColumns: readonly Column<RoleRow, RoleSort>[] = [
  {
    id: 'name',
    head: 'Name',
    sort: 'name',
    track: 'minmax(200px, 1.2fr)',
    cell: (row) => (
      <>
        <CellName name={row.name} />
        {row.known ? null : <UnknownMark inRow word="unknown role" reason={UNKNOWN_ROLE} />}
      </>
    ),
    text: (row) => row.name,
  },
  {
    id: 'description',
    head: 'Description',
    from: 520,
    track: 'minmax(160px, 2.4fr)',
    cell: (row) => (
      <span className={styles.description} title={row.description}>
        {row.description}
      </span>
    ),
    text: (row) => row.description,
  },
  {
    id: 'members',
    head: 'Members',
    sort: 'members',
    align: 'end',
    track: '92px',
    cell: (row) => <CellCount count={row.members} />,
    text: (row) => countToCopy(row.members),
  },
  {
    id: 'groups',
    head: 'Groups',
    sort: 'groups',
    align: 'end',
    track: '84px',
    cell: (row) => <CellCount count={row.groups} />,
    text: (row) => countToCopy(row.groups),
  },
];
