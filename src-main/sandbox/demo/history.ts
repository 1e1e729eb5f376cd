import type { AuditName, AuditTarget } from '../state/audit-log';
import { labelText } from '../state/label';
import type { WorkspaceState } from '../state/workspace-state';

const DAY_MS = 86_400_000;

/** Writes a believable past of the last three months into the audit trail, oldest first. `now` ends it. */
export function addHistory(
  state: WorkspaceState,
  entries: number,
  actorEmails: readonly string[],
  now: number,
): void {
  const { random } = state;
  const times = Array.from(
    { length: entries },
    () => now - DAY_MS / 24 - Math.floor(random.next() * 85 * DAY_MS),
  );
  times.sort((a, b) => a - b);
  for (const time of times) {
    const email = random.pickEarly(actorEmails);
    const { type, target } = somethingThatHappened(state);
    state.audit.record(type, target, { actor: `user/${state.userByEmail(email)?.id ?? email}`, email }, time);
  }
}

function somethingThatHappened(state: WorkspaceState): { type: AuditName; target: AuditTarget } {
  const { random } = state;
  const user = random.pick(state.users.list());
  const group = random.pick(state.groups.list());
  const source = random.pick(state.sources.list());
  const label = random.pick(state.labels.list());
  const onUser = {
    resourceType: 'user',
    resourceId: user.id,
    resourceName: user.name || user.email,
  } as const;
  const onGroup = { resourceType: 'user_group', resourceId: group.id, resourceName: group.name } as const;
  return random.pickEarly<{ type: AuditName; target: AuditTarget }>(
    [
      {
        type: 'Source Modified',
        target: { resourceType: 'source', resourceId: source.id, resourceName: source.name },
      },
      { type: 'User Policy Updated', target: onUser },
      { type: 'User Added To User Group', target: onUser },
      { type: 'Subjects Added to Group', target: onGroup },
      { type: 'User Group Policy Updated', target: onGroup },
      {
        type: 'Label Created',
        target: { resourceType: 'label', resourceId: labelText(label), resourceName: labelText(label) },
      },
    ],
    1.5,
  );
}
