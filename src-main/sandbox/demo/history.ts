import { groupTarget, labelTarget, sourceTarget, userTarget } from '../areas/audit-targets';
import type { AuditName, AuditTarget } from '../state/audit-log';
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
  const user = userTarget(random.pick(state.users.list()));
  const group = groupTarget(random.pick(state.groups.list()));
  const source = sourceTarget(random.pick(state.sources.list()));
  const label = labelTarget(random.pick(state.labels.list()));
  const choices: ReadonlyArray<{ type: AuditName; target: AuditTarget }> = [
    { type: 'Source Modified', target: source },
    { type: 'User Policy Updated', target: user },
    { type: 'User Added To User Group', target: user },
    { type: 'Subjects Added to Group', target: group },
    { type: 'User Group Policy Updated', target: group },
    { type: 'Label Created', target: label },
  ];
  return random.pickEarly(choices, 1.5);
}
