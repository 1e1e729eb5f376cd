import type { Snapshot } from '@contract/snapshot';
import type { PlanStep, TargetState } from './plan';

/** Entries of a page, as the client asks for them. */
const PAGE = 200;
/** Segment's lower limit for writes of access, per endpoint. */
const WRITES_A_MINUTE = 60;
/** What a request takes, roughly. */
const SECONDS_A_CALL = 0.3;

const pages = (entries: number): number => Math.max(1, Math.ceil(entries / PAGE));

/** Requests that one reading of a target takes. */
function readsOf(state: TargetState, { groups, invites, resources }: Snapshot, isSpace: boolean): number {
  switch (state.kind) {
    case 'grants':
    case 'groupName':
    case 'label':
    case 'member':
      return 1;
    case 'labels':
      return isSpace ? pages(resources.filter(({ type }) => type === 'SPACE').length) : 1;
    case 'groupMembers':
      return pages(state.members.length) + pages(state.invited?.length ?? 0);
    case 'group':
      return 1 + pages(state.group?.memberIds?.length ?? 0) + pages(state.group?.invitedEmails?.length ?? 0);
    case 'groupsNamed':
      return pages(groups.length);
    case 'invite':
      return pages(invites.length);
  }
}

/** Requests of one step: its target is read, written and read again. */
export function callsOf(
  step: Pick<PlanStep, 'target'> & { readonly before: TargetState; readonly after: TargetState },
  base: Snapshot,
): number {
  const isSpace = step.target.kind === 'spaceLabels';
  return readsOf(step.before, base, isSpace) + 1 + readsOf(step.after, base, isSpace);
}

/** Calls and the time to expect: the calls themselves, and a minute's wait after each 60 writes of one endpoint. */
export function effortOf(steps: readonly PlanStep[]): {
  limitedCalls: number;
  calls: number;
  minutes: number;
} {
  const writes = new Map<string, number>();
  for (const { limitedBy } of steps) {
    if (limitedBy !== null) writes.set(limitedBy, (writes.get(limitedBy) ?? 0) + 1);
  }
  const calls = steps.reduce((sum, step) => sum + step.calls, 0);
  const waits = [...writes.values()].reduce(
    (sum, count) => sum + Math.floor((count - 1) / WRITES_A_MINUTE),
    0,
  );
  const minutes = waits + (calls * SECONDS_A_CALL) / 60;
  return {
    limitedCalls: [...writes.values()].reduce((sum, count) => sum + count, 0),
    calls,
    minutes: Math.ceil(minutes * 10) / 10,
  };
}
