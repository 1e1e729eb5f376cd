import type { Subject } from '@contract/inspect';
import type { GroupRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { UsersRound } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { ListScreen } from '../../components/list/ListScreen';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { usePolicyTrouble } from '../../stores/policy';
import { groupColumns } from './group-columns';
import { groupsLook } from './groups-look';

/** The user groups of the workspace. */
export function GroupsScreen() {
  return (
    <ReadWorkspace title="Groups">
      {(workspaceKey, snapshot) => <GroupsList workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function GroupsList({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const [look, change] = useLook(groupsLook, workspaceKey);
  const text = useSettled(look.text);
  const list = useWindowedList('groups', { key: workspaceKey, text, sort: look.sort }, snapshot.fingerprint);
  const trouble = usePolicyTrouble(workspaceKey);
  const columns = useMemo(() => groupColumns(snapshot, trouble), [snapshot, trouble]);
  return (
    <ListScreen
      title="Groups"
      things="groups"
      workspaceKey={workspaceKey}
      list={list}
      look={look}
      onLook={change}
      columns={columns}
      subjectOf={groupSubject}
      empty={
        <EmptyState icon={<UsersRound />} title="No user groups">
          All access in this workspace is granted to people directly. Groups belong to the Business plan.
        </EmptyState>
      }
      noMatch={`No group matches “${text.trim()}”`}
      onClear={() => change({ text: '' })}
    />
  );
}

function groupSubject(row: GroupRow): Subject {
  return { kind: 'group', id: row.id };
}
