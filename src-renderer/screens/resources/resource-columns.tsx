import type { ListQuery, ResourceRow } from '@contract/lists';
import type { LabelRef } from '@contract/snapshot';
import type { SnapshotSummary } from '@contract/workspaces';
import { CellName } from '../../components/list/CellName';
import type { Column } from '../../components/list/column';
import { labelText } from '../../components/list/label-text';
import { ResourceKind } from '../../components/list/ResourceKind';
import { RESOURCE_KINDS } from '../../components/list/resource-kinds';
import { unknownReason } from '../../components/list/unknown-reasons';
import { reachColumn } from '../../components/reach/reach-column';
import { peopleReaching } from '../../components/reach/reach-tellings';
import { ResourceLabels } from './ResourceLabels';
import { detailWords } from './resource-words';
import styles from './resources.module.css';

/** What resources can be sorted by. */
export type ResourceSort = NonNullable<ListQuery<'resources'>['sort']>['column'];

/** The columns of the resources. `trouble`: why there is no reach; `onLabel` narrows the list to a label. */
export function resourceColumns(
  snapshot: SnapshotSummary,
  trouble: string | null,
  onLabel: (label: LabelRef) => void,
): readonly Column<ResourceRow, ResourceSort>[] {
  const reason = unknownReason(snapshot, 'spaceLabels');
  return [
    {
      id: 'name',
      head: 'Name',
      sort: 'name',
      track: 'minmax(150px, 1.5fr)',
      cell: (row) => <CellName name={row.name} />,
      text: (row) => row.name,
    },
    {
      id: 'type',
      head: 'Kind',
      sort: 'type',
      track: '122px',
      cell: (row) => <ResourceKind type={row.type} />,
      text: (row) => RESOURCE_KINDS[row.type].one,
    },
    {
      id: 'detail',
      head: 'Detail',
      sort: 'detail',
      from: 820,
      track: 'minmax(90px, 1fr)',
      cell: (row) => <span className={styles.muted}>{detailWords(row)}</span>,
      text: detailWords,
    },
    {
      id: 'labels',
      head: 'Labels',
      from: 560,
      track: 'minmax(140px, 1.5fr)',
      cell: (row, { width }) => <ResourceLabels row={row} reason={reason} width={width} onLabel={onLabel} />,
      text: labelsToCopy,
    },
    reachColumn({ head: 'People', telling: peopleReaching(snapshot), trouble, from: 420 }),
    {
      id: 'source',
      head: 'Source',
      from: 960,
      track: 'minmax(90px, 0.9fr)',
      cell: (row) =>
        row.source === null ? null : <span className={styles.muted}>{row.source.name ?? row.source.id}</span>,
      text: (row) => row.source?.name ?? row.source?.id ?? '',
    },
    {
      id: 'enabled',
      head: 'State',
      from: 700,
      track: '64px',
      cell: (row) => <EnabledState enabled={row.enabled} />,
      text: (row) => (row.enabled === null ? '' : row.enabled ? 'on' : 'off'),
    },
  ];
}

/** Kinds that cannot be switched on and off have no state, and show none. */
function EnabledState({ enabled }: { enabled: boolean | null }) {
  if (enabled === null) return null;
  return (
    <span className={styles.state} data-on={enabled || undefined}>
      {enabled ? 'on' : 'off'}
    </span>
  );
}

function labelsToCopy(row: ResourceRow): string {
  return row.labels === null ? 'unknown' : row.labels.map(labelText).join(', ');
}
