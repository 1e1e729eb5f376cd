import type { Subject } from '@contract/inspect';
import type { ListPage, ListQuery, MemberRow } from '@contract/lists';
import type { SnapshotSummary } from '@contract/workspaces';
import { Users } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '../../components/EmptyState';
import { countText } from '../../components/list/counts';
import { ListScreen } from '../../components/list/ListScreen';
import { useLook } from '../../components/list/look-memory';
import { ReadWorkspace } from '../../components/list/ReadWorkspace';
import { useSettled } from '../../components/list/use-settled';
import { useWindowedList } from '../../components/list/use-windowed-list';
import { SegmentedControl } from '../../components/SegmentedControl';
import { usePolicyTrouble } from '../../stores/policy';
import { memberColumns } from './member-columns';
import { membersLook } from './members-look';

/** Who is in the workspace: team members and pending invites. */
export function MembersScreen() {
  return (
    <ReadWorkspace title="Members">
      {(workspaceKey, snapshot) => <MembersList workspaceKey={workspaceKey} snapshot={snapshot} />}
    </ReadWorkspace>
  );
}

function MembersList({ workspaceKey, snapshot }: { workspaceKey: string; snapshot: SnapshotSummary }) {
  const [look, change] = useLook(membersLook, workspaceKey);
  const text = useSettled(look.text);
  const list = useWindowedList(
    'members',
    { key: workspaceKey, text, sort: look.sort, show: look.show },
    snapshot.fingerprint,
  );
  const trouble = usePolicyTrouble(workspaceKey);
  const columns = useMemo(() => memberColumns(snapshot, trouble), [snapshot, trouble]);
  return (
    <ListScreen
      title="Members"
      things="members"
      workspaceKey={workspaceKey}
      list={list}
      look={look}
      onLook={change}
      columns={columns}
      subjectOf={memberSubject}
      filters={
        <SegmentedControl
          label="Show"
          value={look.show}
          options={showOptions(list.view.kind === 'shown' ? list.view.head : null)}
          onChange={(show) => change({ show })}
        />
      }
      empty={
        <EmptyState icon={<Users />} title="Nobody is in this workspace">
          Segment lists no team members and no invites.
        </EmptyState>
      }
      noMatch={noMatch(text, look.show)}
      onClear={() => change({ text: '', show: 'all' })}
    />
  );
}

function memberSubject(row: MemberRow): Subject {
  return { kind: row.kind, id: row.id };
}

type Show = ListQuery<'members'>['show'];

/** What can be shown, with how many there are of each once that is known. */
function showOptions(head: ListPage<'members'> | null): { value: Show; label: string }[] {
  const with_ = (word: string, count: number | undefined) =>
    count === undefined ? word : `${word} ${countText(count)}`;
  const counts = head?.counts;
  return [
    { value: 'all', label: with_('All', head?.total) },
    { value: 'members', label: with_('Members', counts?.members) },
    { value: 'invites', label: with_('Invites', counts?.invites) },
    { value: 'owners', label: with_('Owners', counts?.owners) },
  ];
}

const NOBODY: Record<Show, string> = {
  all: 'Nobody',
  members: 'No member',
  invites: 'No invite',
  owners: 'No owner',
};

function noMatch(text: string, show: Show): string {
  return text.trim() === '' ? `${NOBODY[show]} here` : `${NOBODY[show]} matches “${text.trim()}”`;
}
