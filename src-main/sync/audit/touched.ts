import type { WireAuditEvent } from '../../segment/wire/audit-event';
import { effectOf, GROUP_LIFE } from './event-effects';

/** Whom an event can be about: those of the base snapshot and those of the lists just read. */
export interface KnownPeople {
  readonly memberIds: ReadonlySet<string>;
  readonly groupIds: ReadonlySet<string>;
  /** Addresses in lower case, with the ids of their members. */
  readonly memberByEmail: ReadonlyMap<string, string>;
  /** Addresses of invites, in lower case. */
  readonly invited: ReadonlySet<string>;
}

/** What has to be read again, by id. */
export interface Touched {
  readonly memberGrants: Set<string>;
  /** Members who came into or went out of groups that the trail does not name. */
  readonly memberships: Set<string>;
  readonly groupGrants: Set<string>;
  readonly groupMembers: Set<string>;
  /** Whether invites came or went: then groups that hold some are read again. */
  invites: boolean;
}

/** Why events do not tell what has to be read again. */
export type Untold = 'unknownEvent' | 'unresolvedEvent';

type Subject =
  | { readonly kind: 'member' | 'group'; readonly id: string }
  | { readonly kind: 'invite' | 'goneGroup' | 'unknown' };

/** Finds out whom an event is about. Ids may come with a prefix, as `users/…`. */
function subjectOf(event: WireAuditEvent, known: KnownPeople, goneGroups: ReadonlySet<string>): Subject {
  const { resourceId, resourceType } = event;
  for (const id of [resourceId, resourceId.slice(resourceId.lastIndexOf('/') + 1)]) {
    if (known.memberIds.has(id)) return { kind: 'member', id };
    if (known.groupIds.has(id)) return { kind: 'group', id };
    if (goneGroups.has(id)) return { kind: 'goneGroup' };
    const email = id.toLowerCase();
    const member = known.memberByEmail.get(email);
    if (member !== undefined) return { kind: 'member', id: member };
    if (known.invited.has(email)) return { kind: 'invite' };
  }
  return /invite/i.test(resourceType) ? { kind: 'invite' } : { kind: 'unknown' };
}

function touchGroup(touched: Touched, id: string): void {
  touched.groupGrants.add(id);
  touched.groupMembers.add(id);
}

function touchMember(touched: Touched, id: string): void {
  touched.memberGrants.add(id);
  touched.memberships.add(id);
}

/** Marks what one event may have changed; false when it cannot be told. */
function mark(
  touched: Touched,
  effect: Exclude<ReturnType<typeof effectOf>, null | 'nothing'>,
  subject: Subject,
): boolean {
  if (effect === 'invite') {
    touched.invites = true;
    return true;
  }
  switch (subject.kind) {
    case 'goneGroup':
      return true;
    case 'unknown':
      // A group that no list shows is gone; anybody else should be known.
      return effect === 'group';
    case 'invite':
      // What an invite offers cannot be read anyway; which group it came into is not told.
      if (effect === 'left') touched.invites = true;
      return effect === 'left' || effect === 'grants';
    case 'member':
      if (effect === 'grants') touched.memberGrants.add(subject.id);
      else if (effect === 'joined' || effect === 'left') touched.memberships.add(subject.id);
      else touchMember(touched, subject.id);
      return true;
    case 'group':
      if (effect === 'grants') touched.groupGrants.add(subject.id);
      else touchGroup(touched, subject.id);
      return true;
  }
}

/**
 * What has to be read again after these events. Anything that the events do not
 * tell for certain is answered with why: then everything is read from scratch.
 */
export function touchedBy(events: readonly WireAuditEvent[], known: KnownPeople): Touched | Untold {
  const goneGroups = new Set(
    events.filter(({ type }) => GROUP_LIFE.includes(type)).map(({ resourceId }) => resourceId),
  );
  const touched: Touched = {
    memberGrants: new Set(),
    memberships: new Set(),
    groupGrants: new Set(),
    groupMembers: new Set(),
    invites: false,
  };
  for (const event of events) {
    const effect = effectOf(event.type);
    if (effect === null) return 'unknownEvent';
    if (effect === 'nothing') continue;
    if (!mark(touched, effect, subjectOf(event, known, goneGroups))) return 'unresolvedEvent';
  }
  return touched;
}
