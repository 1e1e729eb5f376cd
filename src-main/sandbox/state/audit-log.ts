/** The names of the events that the API's writes may cause, as its specification declares them, and ours. */
export type AuditName =
  | 'User Group Created'
  | 'User Group Updated'
  | 'User Group Deleted'
  | 'User Group Policy Updated'
  | 'User Policy Updated'
  | 'Policy Created'
  | 'Policy Deleted'
  | 'Subjects Added to Group'
  | 'User Added To User Group'
  | 'User Removed From User Group'
  | 'Group Memberships Deleted'
  | 'Non-Segment User Invited to Workspace'
  | 'New Segment User Invited to Workspace'
  | 'Invite Deleted'
  | 'Label Created'
  | 'Label Deleted'
  | 'Source Modified'
  | 'Storage Destination Modified'
  | 'Space Modified'
  | 'Public API Token Created'
  | 'Public API Token Deleted';

/** What an event is about: its id finds the user, group, invite, label or resource concerned. */
export interface AuditTarget {
  readonly resourceType:
    | 'user'
    | 'user_group'
    | 'invite'
    | 'label'
    | 'source'
    | 'space'
    | 'warehouse'
    | 'token';
  readonly resourceId: string;
  readonly resourceName: string;
}

/** One event. `time` is in milliseconds since 1970, cut to whole seconds as the trail shows them. */
export interface AuditEvent extends AuditTarget {
  readonly sequence: number;
  readonly time: number;
  readonly type: AuditName;
  readonly actor: string;
  readonly actorEmail: string;
}

/** Which events are wanted. Times are in milliseconds, both ends included. */
export interface AuditFilter {
  readonly startTime?: number | undefined;
  readonly endTime?: number | undefined;
  readonly resourceId?: string | undefined;
  readonly resourceType?: string | undefined;
  /** Only events older than the one with this sequence number. */
  readonly before?: number | undefined;
}

/** Segment keeps the audit trail for 90 days. */
export const AUDIT_DAYS = 90;
const FIRST_SEQUENCE = 145_870_001;

/** Everything that was written to one workspace, kept in order of time. */
export class AuditLog {
  readonly #events: AuditEvent[] = [];

  record(type: AuditName, target: AuditTarget, by: { actor: string; email: string }, time: number): void {
    this.#events.push({
      ...target,
      sequence: FIRST_SEQUENCE + this.#events.length,
      time: Math.floor(time / 1000) * 1000,
      type,
      actor: by.actor,
      actorEmail: by.email,
    });
  }

  /** At most `count` events, newest first, and whether there are older ones. */
  find(filter: AuditFilter, count: number, now: number): { events: AuditEvent[]; more: boolean } {
    const oldest = Math.max(filter.startTime ?? 0, now - AUDIT_DAYS * 86_400_000);
    const newest = filter.endTime ?? Number.POSITIVE_INFINITY;
    const events: AuditEvent[] = [];
    for (let i = this.#events.length - 1; i >= 0; i -= 1) {
      const event = this.#events[i];
      if (event === undefined || event.time < oldest || event.time > newest) continue;
      if (filter.before !== undefined && event.sequence >= filter.before) continue;
      if (filter.resourceId !== undefined && event.resourceId !== filter.resourceId) continue;
      if (filter.resourceType !== undefined && event.resourceType !== filter.resourceType) continue;
      if (events.length === count) return { events, more: true };
      events.push(event);
    }
    return { events, more: false };
  }
}
