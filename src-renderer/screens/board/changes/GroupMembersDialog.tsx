import type { Reference } from '@contract/inspect';
import { useCallback } from 'react';
import { call } from '../../../api/bridge';
import { applyingChanges, useDraft } from '../../../stores/draft';
import { useWorkspace } from '../../../stores/workspaces';
import { createShelf, useAnswer } from '../use-answer';
import { MembershipDialog } from './MembershipDialog';
import { joinedWith } from './membership';
import type { Found } from './SearchPick';

interface Members {
  members: Reference[] | null;
  reason: string | null;
}
const shelf = createShelf<Members>();

async function membersOf(key: string, id: string): Promise<Members> {
  const inspection = await call('inspect', { key, subject: { kind: 'group', id } });
  if (inspection.kind === 'gone') return { members: [], reason: null };
  if (inspection.kind !== 'group') return { members: null, reason: 'It is no group.' };
  return { members: inspection.members, reason: inspection.reason };
}

/** Puts members into a group and takes them out. */
export function GroupMembersDialog({
  workspaceKey,
  groupId,
  name,
  onClose,
}: {
  workspaceKey: string;
  groupId: string;
  name: string;
  onClose: () => void;
}) {
  const epoch = useWorkspace(workspaceKey)?.snapshot?.fingerprint ?? '';
  const changes = applyingChanges(useDraft(workspaceKey));
  const answer = useAnswer(shelf, `${workspaceKey} ${epoch} ${groupId}`, () =>
    membersOf(workspaceKey, groupId),
  );
  const find = useCallback(
    async (text: string): Promise<Found[]> => {
      const query = { key: workspaceKey, text, sort: null, offset: 0, limit: 20, show: 'members' as const };
      const { rows } = await call('lists.members', query);
      return rows.map((row) => ({
        id: row.id,
        name: row.name === '' ? row.email : row.name,
        detail: row.email,
      }));
    },
    [workspaceKey],
  );
  return (
    <MembershipDialog
      workspaceKey={workspaceKey}
      title={`Who is in ${name}`}
      what="members"
      answer={answer}
      joinedOf={(nameOf) =>
        answer.kind !== 'known' || answer.value.members === null
          ? null
          : joinedWith(
              answer.value.members,
              changes,
              (change) => (change.groupId === groupId ? change.memberId : null),
              nameOf,
            )
      }
      find={find}
      put={(memberId) => ({ kind: 'addToGroup', groupId, memberId })}
      take={(memberId) => ({ kind: 'removeFromGroup', groupId, memberId })}
      onClose={onClose}
    />
  );
}
