import type { PersonRow } from '@contract/persons';
import { Crown, Mail, Merge } from 'lucide-react';
import { Chip } from '../../components/Chip';
import type { Column } from '../../components/list/column';
import { countText } from '../../components/list/counts';
import styles from './people.module.css';
import type { PersonSort } from './people-look';

/** The columns of the people. */
export const PEOPLE_COLUMNS: readonly Column<PersonRow, PersonSort>[] = [
  {
    id: 'name',
    head: 'Name',
    sort: 'name',
    track: 'minmax(170px, 1.2fr)',
    cell: (row) => (
      <>
        <span className={styles.name}>{row.name}</span>
        {row.owns === 0 ? null : (
          <Chip tone="accent" icon={<Crown aria-hidden />} title="A workspace owner there">
            {row.workspaces.length === 1 ? 'Owner' : `Owner of ${countText(row.owns)}`}
          </Chip>
        )}
        {row.invites === 0 ? null : <Chip icon={<Mail aria-hidden />}>Invited</Chip>}
      </>
    ),
    text: (row) => row.name,
  },
  {
    id: 'email',
    head: 'Address',
    sort: 'email',
    track: 'minmax(170px, 1.2fr)',
    cell: (row) => (
      <span className={styles.email} title={row.emails.join('\n')}>
        {row.id}
        {row.emails.length === 1 ? '' : ` and ${row.emails.length - 1} more`}
      </span>
    ),
    text: (row) => row.emails.join(' '),
  },
  {
    id: 'workspaces',
    head: 'Workspaces',
    sort: 'workspaces',
    track: 'minmax(160px, 1.3fr)',
    cell: (row) => (
      <span className={styles.workspaces} title={row.workspaces.map(({ name }) => name).join('\n')}>
        {row.workspaces.length > 1 ? <b>{row.workspaces.length}</b> : null}
        {row.workspaces.map(({ name }) => name).join(', ')}
      </span>
    ),
    text: (row) => row.workspaces.map(({ name }) => name).join(', '),
  },
  {
    id: 'suggestions',
    head: 'Same person?',
    track: '124px',
    from: 640,
    cell: (row) =>
      row.suggestions === 0 ? null : (
        <Chip tone="warn" icon={<Merge aria-hidden />}>
          {row.suggestions === 1 ? '1 account' : `${countText(row.suggestions)} accounts`}
        </Chip>
      ),
    text: (row) => (row.suggestions === 0 ? '' : String(row.suggestions)),
  },
];
