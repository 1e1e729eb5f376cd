import type { ListQuery, MemberRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { CellCount } from '../../components/list/CellCount';
import { CellRoles } from '../../components/list/CellRoles';
import type { Column } from '../../components/list/column';
import { countToCopy, namesToCopy } from '../../components/list/counts';
import { unknownReason } from '../../components/list/unknown-reasons';
import { reachColumn } from '../../components/reach/reach-column';
import { resourcesReached } from '../../components/reach/reach-tellings';
import { MemberName } from './MemberName';
import styles from './members.module.css';

/** What members can be sorted by. */
export type MemberSort = NonNullable<ListQuery<'members'>['sort']>['column'];

/** The columns of the members, with the reasons of this snapshot for what is unknown, and of the policy for a missing reach. */
export function memberColumns(
  snapshot: SnapshotSummary,
  trouble: string | null,
): readonly Column<MemberRow, MemberSort>[] {
  const reach = reachColumn<MemberRow>({
    head: 'Reach',
    telling: resourcesReached('reaches', snapshot),
    trouble,
    from: 480,
  });
  const offered = unknownReason(snapshot, 'invitePermissions');
  const own = unknownReason(snapshot, 'memberGrants');
  const through = unknownReason(snapshot, 'groups', 'groupMembers', 'groupGrants');
  const awaiting = unknownReason(snapshot, 'groups', 'groupInvites');
  const whyRoles = (row: MemberRow) => {
    if (row.kind === 'invite') return offered;
    return row.directGrants === null ? own : through;
  };
  return [
    {
      id: 'name',
      head: 'Name',
      sort: 'name',
      track: 'minmax(170px, 1.3fr)',
      cell: (row) => <MemberName row={row} />,
      text: (row) => row.name,
    },
    {
      id: 'email',
      head: 'Email',
      sort: 'email',
      track: 'minmax(150px, 1.3fr)',
      cell: (row) => <span className={styles.email}>{row.email}</span>,
      text: (row) => row.email,
    },
    {
      id: 'roles',
      head: 'Roles',
      from: 660,
      track: 'minmax(150px, 1.5fr)',
      cell: (row, { width }) => (
        <CellRoles roles={row.roles} complete={row.rolesComplete} reason={whyRoles(row)} width={width} />
      ),
      text: (row) => namesToCopy(row.roles, row.rolesComplete),
    },
    {
      ...reach,
      cell: (row, place) => (row.kind === 'invite' ? <NotBeforeAccepted /> : reach.cell(row, place)),
      text: (row) => (row.kind === 'invite' ? 'nothing before accepting' : reach.text(row)),
    },
    {
      id: 'groups',
      head: 'Groups',
      sort: 'groups',
      align: 'end',
      track: '84px',
      from: 760,
      cell: (row) => <CellCount count={row.groups} reason={row.kind === 'invite' ? awaiting : through} />,
      text: (row) => countToCopy(row.groups),
    },
    {
      id: 'directGrants',
      head: 'Direct grants',
      sort: 'directGrants',
      align: 'end',
      track: '110px',
      from: 860,
      cell: (row) => <CellCount count={row.directGrants} reason={row.kind === 'invite' ? offered : own} />,
      text: (row) => countToCopy(row.directGrants),
    },
  ];
}

/** An invite opens nothing until it is accepted, whatever it offers. */
function NotBeforeAccepted() {
  return (
    <span className={styles.notYet} title="An invite opens nothing until it is accepted.">
      once accepted
    </span>
  );
}
