import type { Subject } from '@contract/inspect';
import type { RoleRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { Shield } from 'lucide-react';
import { EmptyState } from '../../components/EmptyState';
import { ListScreen } from '../../components/list/ListScreen';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { roleColumns } from './role-columns';
import { rolesLook } from './roles-look';

/** The roles that the workspace offers, and how many hold each. */
export function RolesScreen() {
  return (
    <ReadWorkspace title="Roles">
      {(workspaceKey, snapshot) => <RolesList workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function RolesList({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const [look, change] = useLook(rolesLook, workspaceKey);
  const text = useSettled(look.text);
  const list = useWindowedList('roles', { key: workspaceKey, text, sort: look.sort }, snapshot.fingerprint);
  return (
    <ListScreen
      title="Roles"
      things="roles"
      workspaceKey={workspaceKey}
      list={list}
      look={look}
      onLook={change}
      columns={roleColumns}
      subjectOf={roleSubject}
      empty={
        <EmptyState icon={<Shield />} title="No roles">
          Segment lists no roles for this workspace.
        </EmptyState>
      }
      noMatch={`No role matches “${text.trim()}”`}
      onClear={() => change({ text: '' })}
    />
  );
}

function roleSubject(row: RoleRow): Subject {
  return { kind: 'role', id: row.id };
}
