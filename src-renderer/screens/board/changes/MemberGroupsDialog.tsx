import type { Reference } from '@contract/inspect';
import { useCallback, useMemo } from 'react';
import { call } from '../../../api/bridge';
import { applyingChanges, useDraft } from '../../../stores/draft';
import { useWorkspace } from '../../../stores/workspaces';
import { createShelf, useAnswer } from '../use-answer';
import { MembershipDialog } from './MembershipDialog';
import { joinedWith } from './membership';
import type { Found } from './SearchPick';

interface Groups {
  groups: Reference[] | null;
  reason: string | null;
}
const shelf = createShelf<Groups>();

async function groupsOf(key: string, id: string): Promise<Groups> {
  const inspection = await call('inspect', { key, subject: { kind: 'member', id } });
  if (inspection.kind !== 'member')
    return { groups: null, reason: 'The latest reading does not have this member.' };
  return { groups: inspection.groups, reason: inspection.reason };
}

/** Puts a member into groups and takes the member out of them. */
export function MemberGroupsDialog({
  workspaceKey,
  memberId,
  name,
  onClose,
}: {
  workspaceKey: string;
  memberId: string;
  name: string;
  onClose: () => void;
}) {
  const epoch = useWorkspace(workspaceKey)?.snapshot?.fingerprint ?? '';
  const changes = applyingChanges(useDraft(workspaceKey));
  const answer = useAnswer(shelf, `${workspaceKey} ${epoch} ${memberId}`, () =>
    groupsOf(workspaceKey, memberId),
  );
  const created = useMemo(
    () => changes.flatMap((change) => (change.kind === 'createGroup' ? [change] : [])),
    [changes],
  );
  const find = useCallback(
    async (text: string): Promise<Found[]> => {
      const { rows } = await call('lists.groups', {
        key: workspaceKey,
        text,
        sort: null,
        offset: 0,
        limit: 20,
      });
      return rows.map((row) => ({ id: row.id, name: row.name, detail: '' }));
    },
    [workspaceKey],
  );
  const findWithCreated = useCallback(
    async (text: string) => {
      const wanted = text.trim().toLowerCase();
      const fresh = created
        .filter((group) => group.name.toLowerCase().includes(wanted))
        .map((group) => ({ id: group.groupId, name: group.name, detail: 'new' }));
      return [...fresh, ...(await find(text))];
    },
    [created, find],
  );
  return (
    <MembershipDialog
      workspaceKey={workspaceKey}
      title={`Groups of ${name}`}
      what="groups"
      answer={answer}
      joinedOf={(nameOf) =>
        answer.kind !== 'known' || answer.value.groups === null
          ? null
          : joinedWith(
              answer.value.groups,
              changes,
              (change) => (change.memberId === memberId ? change.groupId : null),
              (id) => created.find((group) => group.groupId === id)?.name ?? nameOf(id),
            )
      }
      find={findWithCreated}
      put={(groupId) => ({ kind: 'addToGroup', groupId, memberId })}
      take={(groupId) => ({ kind: 'removeFromGroup', groupId, memberId })}
      onClose={onClose}
    />
  );
}
