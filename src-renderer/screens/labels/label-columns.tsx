import type { LabelRow, ListQuery } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { CellCount } from '../../components/list/CellCount';
import type { Column } from '../../components/list/column';
import { counted, countToCopy } from '../../components/list/counts';
import { unknownReason } from '../../components/list/unknown-reasons';
import { NoReachYet } from '../../components/reach/CellReach';
import { LabelKey, LabelValue } from './LabelParts';
import styles from './labels.module.css';

/** What labels can be sorted by. */
export type LabelSort = NonNullable<ListQuery<'labels'>['sort']>['column'];

/** The columns of the labels: the key once for each run of its values. `trouble`: why people cannot be counted. */
export function labelColumns(
  snapshot: SnapshotSummary,
  trouble: string | null,
): readonly Column<LabelRow, LabelSort>[] {
  const spaces = unknownReason(snapshot, 'spaceLabels');
  return [
    {
      id: 'key',
      head: 'Key',
      sort: 'label',
      track: 'minmax(120px, 0.8fr)',
      cell: (row, { begins }) => <LabelKey labelKey={row.key} said={begins} />,
      text: (row) => row.key,
    },
    {
      id: 'value',
      head: 'Value',
      track: 'minmax(120px, 1fr)',
      cell: (row) => <LabelValue label={row} />,
      text: (row) => row.value,
    },
    {
      id: 'description',
      head: 'Description',
      from: 700,
      track: 'minmax(120px, 2fr)',
      cell: (row) => <span className={styles.description}>{row.description}</span>,
      text: (row) => row.description,
    },
    {
      id: 'sources',
      head: 'Sources',
      sort: 'sources',
      align: 'end',
      track: '84px',
      cell: (row) => <CellCount count={row.sources} />,
      text: (row) => countToCopy(row.sources),
    },
    {
      id: 'spaces',
      head: 'Spaces',
      align: 'end',
      track: '84px',
      cell: (row) => <CellCount count={row.spaces} reason={spaces} />,
      text: (row) => countToCopy(row.spaces),
    },
    {
      id: 'grants',
      head: 'Grants',
      sort: 'grants',
      align: 'end',
      track: '80px',
      cell: (row) => <CellCount count={row.memberGrants + row.groupGrants} />,
      text: (row) => countToCopy(row.memberGrants + row.groupGrants),
    },
    {
      id: 'groupGrants',
      head: 'of groups',
      align: 'end',
      from: 860,
      track: '84px',
      cell: (row) => <CellCount count={row.groupGrants} />,
      text: (row) => countToCopy(row.groupGrants),
    },
    {
      id: 'memberGrants',
      head: 'of members',
      align: 'end',
      from: 860,
      track: '92px',
      cell: (row) => <CellCount count={row.memberGrants} />,
      text: (row) => countToCopy(row.memberGrants),
    },
    {
      id: 'people',
      head: 'People',
      sort: 'people',
      align: 'end',
      track: '80px',
      cell: (row) =>
        row.people === null ? <NoReachYet trouble={trouble} /> : <PeopleCount people={row.people} />,
      text: (row) => countToCopy(row.people),
    },
  ];
}

/** How many members hold a grant that names the label, whichever way. */
function PeopleCount({ people }: { people: number }) {
  return (
    <span title={`${counted(people, 'person holds', 'people hold')} a grant that names it`}>
      <CellCount count={people} />
    </span>
  );
}
