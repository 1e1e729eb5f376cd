import type { Group, Member, Snapshot, Unknown } from '@contract/snapshot';
import { throwIfCancelled } from '../segment/abort';
import type { SegmentClient } from '../segment/client';
import { reads } from '../segment/endpoints';
import { cancelled, SegmentError } from '../segment/segment-error';
import { assembleSnapshot } from '../snapshot/assemble';
import { markMovedMembers } from './moved-members';
import { createProgressTracker, type Progress } from './progress';
import { readGroups } from './read-groups';
import { type Lists, readLists } from './read-lists';
import { readMembers, withoutStrangers } from './read-members';
import { type Reading, requireWorkingToken } from './reading';
import { planReading, type ReadingPlan } from './reading-plan';
import { NOTHING_REUSABLE, type Reusable, reusableOf } from './reusable';

/** What a sync works with. */
export interface SyncInput {
  readonly client: SegmentClient;
  /** Whether the workspace has the sandbox's extensions (see `probeWorkspace`). */
  readonly extensions: boolean;
  /** The latest snapshot, on which the next may build; `null` for none. */
  readonly base: Snapshot | null;
  /** Reads everything from scratch. */
  readonly full: boolean;
  /** The id that the workspace must have; left out where it is not known yet. */
  readonly workspaceId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress: (progress: Progress) => void;
  /** Hears what is going to be read one by one, and why. */
  readonly onPlan?: ((plan: ReadingPlan) => void) | undefined;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The plan, and what it lets take over. Members whose groups cannot be told end in reading everything. */
async function choose(
  reading: Reading,
  input: SyncInput,
  serverTime: number | null,
  lists: Lists,
): Promise<{ plan: ReadingPlan; reusable: Reusable }> {
  const { base, full, now } = input;
  const plan = await planReading(reading, { base, full, now: now(), serverTime, lists });
  if (plan.kind === 'full') return { plan, reusable: NOTHING_REUSABLE };
  const reusable = reusableOf(plan.base, plan.touched, lists);
  const present = new Set((lists.users ?? []).map(({ id }) => id));
  if (await markMovedMembers(reading, plan.touched, reusable, present)) return { plan, reusable };
  return { plan: { kind: 'full', why: 'unresolvedEvent' }, reusable: NOTHING_REUSABLE };
}

/** Leaves out what was noted of members and groups who turned out to be gone. */
function stillThere(
  unknowns: readonly Unknown[],
  members: readonly Member[],
  groups: readonly Group[],
): Unknown[] {
  const memberIds = new Set(members.map(({ id }) => id));
  const groupIds = new Set(groups.map(({ id }) => id));
  return unknowns.filter(({ subject, id }) => {
    if (id === undefined) return true;
    if (subject === 'memberGrants') return memberIds.has(id);
    if (subject === 'groupGrants' || subject === 'groupMembers' || subject === 'groupInvites') {
      return groupIds.has(id);
    }
    return true;
  });
}

/**
 * Fails the sync when the members cannot be read any more although the base has
 * them: the new snapshot would have lost everybody.
 */
function requireMembers(reading: Reading, lists: Lists, base: Snapshot | null): void {
  if (lists.users !== null || base === null) return;
  const unread = (unknowns: readonly Unknown[]): Unknown | undefined =>
    unknowns.find(({ subject, id }) => subject === 'members' && id === undefined);
  const reason = unread(reading.unknowns)?.reason;
  if (reason === undefined || unread(base.unknowns) !== undefined) return;
  throw new SegmentError('forbidden', reason, { advice: 'What was read before is kept.' });
}

async function readAll(reading: Reading, input: SyncInput): Promise<Snapshot> {
  const { client, now, base, signal } = input;
  reading.progress.begin('workspace', null);
  const begun = now();
  const { data, serverTime } = await client.read(reads.workspace, {}, reading.context);
  const expected = input.workspaceId ?? base?.workspace.id;
  if (expected !== undefined && data.workspace.id !== expected) {
    throw new SegmentError(
      'unauthorized',
      `The token belongs to another workspace (${data.workspace.name}).`,
      {
        advice: 'Use a token of this workspace, or add the other one as a workspace of its own.',
      },
    );
  }
  // The earlier of both clocks: the next sync reads the audit trail from here on.
  const startedAt = Math.min(begun, serverTime ?? begun);
  const lists = await readLists(reading, input.extensions);
  requireMembers(reading, lists, base);
  const { plan, reusable } = await choose(reading, input, serverTime, lists);
  input.onPlan?.(plan);
  const { users } = lists;
  const listed = new Set((users ?? []).map(({ id }) => id));
  const { groups, newcomers } = await readGroups(reading, lists.groups ?? [], reusable, listed);
  // Whoever is in a group without being in the list joined while that was being read.
  const members = users === null ? [] : await readMembers(reading, [...users, ...newcomers], reusable);
  if (reading.tokenDoubted) await requireWorkingToken(reading);
  throwIfCancelled(signal);
  const started = new Date(startedAt).toISOString();
  return await assembleSnapshot(
    {
      workspace: data.workspace,
      startedAt: started,
      completedAt: new Date(now()).toISOString(),
      fullReadAt: plan.kind === 'full' ? started : plan.base.fullReadAt,
      beyondApi: lists.beyondApi,
      reads: reading.reads,
      members,
      invites: [...(lists.invites ?? [])],
      groups: users === null ? [...groups] : withoutStrangers(groups, members),
      roles: [...(lists.roles ?? [])],
      labels: [...(lists.labels ?? [])],
      resources: [...lists.resources],
      unknowns: stillThere(reading.unknowns, members, groups),
    },
    signal,
  );
}

/**
 * Reads a whole workspace and answers its snapshot. Lists are always read;
 * details (grants of members, members of groups) only where the base and the
 * audit trail do not tell that they are the same. Nothing is kept or changed
 * anywhere: a sync that fails leaves no trace.
 *
 * @throws SegmentError; `cancelled` within a second of the signal's abort
 */
export async function syncWorkspace(input: SyncInput): Promise<Snapshot> {
  const { client, signal, now } = input;
  throwIfCancelled(signal);
  const progress = createProgressTracker(input.onProgress, now);
  const reading: Reading = {
    client,
    context: { signal, watch: progress },
    progress,
    unknowns: [],
    reads: [],
    tokenDoubted: false,
  };
  try {
    return await readAll(reading, input);
  } catch (error) {
    if (signal?.aborted === true) throw cancelled();
    throw error;
  } finally {
    progress.end();
  }
}
