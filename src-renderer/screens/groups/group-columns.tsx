import type { GroupRow, ListQuery } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { CellCount } from '../../components/list/CellCount';
import { CellName } from '../../components/list/CellName';
import { CellRoles } from '../../components/list/CellRoles';
import type { Column } from '../../components/list/column';
import { countToCopy, namesToCopy } from '../../components/list/counts';
import { unknownReason } from '../../components/list/unknown-reasons';
import { reachColumn } from '../../components/reach/reach-column';
import { resourcesReached } from '../../components/reach/reach-tellings';

/** What groups can be sorted by. */
export type GroupSort = NonNullable<ListQuery<'groups'>['sort']>['column'];

/** The columns of the groups, with the reasons of this snapshot for what is unknown, and of the policy for a missing reach. */
export function groupColumns(
  snapshot: SnapshotSummary,
  trouble: string | null,
): readonly Column<GroupRow, GroupSort>[] {
  const members = unknownReason(snapshot, 'groupMembers');
  const invites = unknownReason(snapshot, 'groupInvites');
  const grants = unknownReason(snapshot, 'groupGrants');
  return [
    {
      id: 'name',
      head: 'Name',
      sort: 'name',
      track: 'minmax(170px, 1.2fr)',
      cell: (row) => <CellName name={row.name} />,
      text: (row) => row.name,
    },
    {
      id: 'roles',
      head: 'Roles',
      from: 480,
      track: 'minmax(170px, 1.8fr)',
      cell: (row, { width }) => <CellRoles roles={row.roles} reason={grants} width={width} />,
      text: (row) => namesToCopy(row.roles),
    },
    reachColumn({ head: 'Reach', telling: resourcesReached('gives', snapshot), trouble, from: 0 }),
    {
      id: 'members',
      head: 'Members',
      sort: 'members',
      align: 'end',
      track: '92px',
      cell: (row) => <CellCount count={row.members} reason={members} />,
      text: (row) => countToCopy(row.members),
    },
    {
      id: 'invited',
      head: 'Invited',
      align: 'end',
      track: '84px',
      from: 740,
      cell: (row) => <CellCount count={row.invited} reason={invites} />,
      text: (row) => countToCopy(row.invited),
    },
    {
      id: 'grants',
      head: 'Grants',
      sort: 'grants',
      align: 'end',
      track: '84px',
      from: 680,
      cell: (row) => <CellCount count={row.grants} reason={grants} />,
      text: (row) => countToCopy(row.grants),
    },
  ];
}
