import { z } from 'zod';
import type { AuditEvent } from '../state/audit-log';
import { invalid } from '../wire/api-error';
import type { Call } from '../wire/call';
import { badCursor, encodeCursor, openCursor, type PaginationOutput, pageSize } from '../wire/paging';

const cursorSchema = z.object({ pageToken: z.string().regex(/^\d{1,12}$/), endTime: z.string() });

/** `2022-03-04 21:29:22+00:00`: the form of Segment's samples, in UTC. */
export function auditTimestamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}+00:00`;
}

function eventView(event: AuditEvent) {
  return {
    id: `events/${event.sequence}`,
    timestamp: auditTimestamp(event.time),
    type: event.type,
    actor: event.actor,
    actorEmail: event.actorEmail,
    resourceId: event.resourceId,
    resourceType: event.resourceType,
    resourceName: event.resourceName,
  };
}

/** A time of the query: ISO 8601 or the form of the timestamps; a `+` that was sent bare arrives as a space. */
function timeOf(call: Call, name: string): number | undefined {
  const text = call.query.text(name);
  if (text === undefined) return undefined;
  const time = Date.parse(text.replace(/^(\S+) (\d\d:\d\d:\d\d)/, '$1T$2').replace(/ (\d\d:?\d\d)$/, '+$1'));
  if (Number.isNaN(time)) throw invalid(name, 'must be a time such as 2022-03-04T21:29:22Z');
  return Math.floor(time / 1000) * 1000;
}

/** The cursors of this list hold the last event of the page before, so that new events do not shift the pages. */
function eventBefore(cursor: string | undefined): number | undefined {
  if (cursor === undefined || cursor === encodeCursor(0)) return undefined;
  let inside: unknown;
  try {
    inside = JSON.parse(openCursor(cursor));
  } catch {
    throw badCursor();
  }
  const parsed = cursorSchema.safeParse(inside);
  if (!parsed.success) throw badCursor();
  return Number(parsed.data.pageToken);
}

/** GET `/audit-events`: newest first, the last 90 days. Both ends of the time are included. */
export function listAuditEvents(call: Call) {
  const endTime = timeOf(call, 'endTime');
  const cursor = call.query.text('pagination.cursor');
  const { events, more } = call.workspace.audit.find(
    {
      startTime: timeOf(call, 'startTime'),
      endTime,
      resourceId: call.query.text('resourceId'),
      resourceType: call.query.text('resourceType'),
      before: eventBefore(cursor),
    },
    pageSize(call.query, call.maxPage),
    call.now,
  );
  const last = events.at(-1);
  const pagination: PaginationOutput = { current: cursor ?? encodeCursor(0) };
  if (more && last !== undefined) {
    const inside = { pageToken: String(last.sequence), endTime: auditTimestamp(endTime ?? call.now) };
    pagination.next = Buffer.from(JSON.stringify(inside)).toString('base64');
  }
  return { events: events.map(eventView), pagination };
}
