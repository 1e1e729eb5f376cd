import type { Snapshot } from '@contract/snapshot';
import { lists } from '../segment/endpoints';
import { SegmentError, type SegmentErrorKind } from '../segment/segment-error';
import type { WireAuditEvent } from '../segment/wire/audit-event';
import { type KnownPeople, type Touched, touchedBy, type Untold } from './audit/touched';
import type { Lists } from './read-lists';
import { failsAlone, type Reading, readTwiceIfRefused } from './reading';

/** The base snapshot is trusted for so long after it was last read from scratch. */
const LONGEST_TRUST_MS = 24 * 60 * 60 * 1000;
/** The trail is read from so long before the base began: an event may appear in it late. */
const OVERLAP_MS = 10 * 60 * 1000;
/** Answers that make the trail useless, where they would fail a sync if a list gave them. */
const TRAIL_USELESS: readonly SegmentErrorKind[] = ['badAnswer', 'endless', 'tooLarge'];
/** More events than this are not worth going through. */
const MOST_EVENTS = 5000;
/** A clock that is further off than this does not tell from when to read the trail. */
const LARGEST_SKEW_MS = 2 * 60 * 1000;

/** Why everything is read from scratch. */
export type FullReason =
  | 'asked'
  | 'noBase'
  | 'tooOld'
  | 'clock'
  | 'listUnread'
  | 'rolesChanged'
  | 'trailUnreadable'
  | 'tooManyEvents'
  | Untold;

/** What is read one by one: everything, or what the audit trail says was touched since the base. */
export type ReadingPlan =
  | { readonly kind: 'full'; readonly why: FullReason }
  | { readonly kind: 'incremental'; readonly base: Snapshot; readonly touched: Touched };

/** What the choice depends on. Times are milliseconds since 1970. */
export interface PlanInput {
  readonly base: Snapshot | null;
  readonly full: boolean;
  readonly now: number;
  /** The server's clock at that time, `null` when it does not tell it. */
  readonly serverTime: number | null;
  readonly lists: Lists;
}

function full(why: FullReason): ReadingPlan {
  return { kind: 'full', why };
}

/** The names of roles are part of each grant: a new name means reading every grant anew. */
function sameRoles(base: Snapshot, now: Lists): boolean {
  if (now.roles === null) return false;
  const names = new Map(base.roles.map(({ id, name }) => [id, name]));
  return names.size === now.roles.length && now.roles.every(({ id, name }) => names.get(id) === name);
}

/** Everybody of the base and of the lists just read. */
function knownPeople(base: Snapshot, now: Lists): KnownPeople {
  const members = [...base.members, ...(now.users ?? [])];
  return {
    memberIds: new Set(members.map(({ id }) => id)),
    groupIds: new Set([...base.groups, ...(now.groups ?? [])].map(({ id }) => id)),
    memberByEmail: new Map(members.map(({ id, email }) => [email.toLowerCase(), id])),
    invited: new Set([...base.invites, ...(now.invites ?? [])].map(({ email }) => email.toLowerCase())),
  };
}

/** The events since then, or why they cannot be had. */
async function readTrail(reading: Reading, since: number): Promise<WireAuditEvent[] | FullReason> {
  const { client, context, progress } = reading;
  progress.begin('audit trail', null);
  const startTime = new Date(since).toISOString().replace(/\.\d+Z$/, 'Z');
  try {
    return await readTwiceIfRefused(reading, async () => {
      const events: WireAuditEvent[] = [];
      for await (const page of client.pages(lists.auditEvents, { query: { startTime } }, context)) {
        events.push(...page.entries);
        progress.advance(events.length, null);
        if (events.length > MOST_EVENTS) return 'tooManyEvents';
      }
      return events;
    });
  } catch (error) {
    if (!(error instanceof SegmentError && TRAIL_USELESS.includes(error.kind))) failsAlone(error);
    return 'trailUnreadable';
  }
}

/**
 * Chooses what is read one by one. The audit trail is trusted only where nothing
 * speaks against it: see docs/sync.md.
 */
export async function planReading(reading: Reading, input: PlanInput): Promise<ReadingPlan> {
  const { base, now, serverTime } = input;
  if (input.full) return full('asked');
  if (base === null) return full('noBase');
  const age = now - Date.parse(base.fullReadAt);
  if (age > LONGEST_TRUST_MS) return full('tooOld');
  const startedAt = Date.parse(base.startedAt);
  if (age < 0 || startedAt > now) return full('clock');
  if (serverTime === null || Math.abs(serverTime - now) > LARGEST_SKEW_MS) return full('clock');
  if (input.lists.users === null) return full('listUnread');
  if (!sameRoles(base, input.lists)) return full('rolesChanged');
  const events = await readTrail(reading, startedAt - OVERLAP_MS);
  if (typeof events === 'string') return full(events);
  const touched = touchedBy(events, knownPeople(base, input.lists));
  return typeof touched === 'string' ? full(touched) : { kind: 'incremental', base, touched };
}
