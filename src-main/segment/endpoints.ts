import { z } from 'zod';
import { wireAuditEventSchema } from './wire/audit-event';
import {
  wireBeyondSchema,
  wireCreatedTokenSchema,
  wireLabelledSpaceSchema,
  wireTokenSchema,
} from './wire/extensions';
import {
  wireGroupSchema,
  wireInviteSchema,
  wireMinimalGroupSchema,
  wireMinimalUserSchema,
  wireRoleSchema,
  wireUserSchema,
  wireWorkspaceSchema,
} from './wire/people';
import { wireLabelSchema } from './wire/permission';
import {
  type WireFunction,
  wireDestinationSchema,
  wireFunctionSchema,
  wireSourceSchema,
  wireSpaceSchema,
  wireTrackingPlanSchema,
  wireWarehouseSchema,
} from './wire/resources';

/** An endpoint that answers one thing. `path` is a template such as `/users/{userId}`. */
export interface SingleEndpoint<Data> {
  readonly path: string;
  readonly data: z.ZodType<Data>;
}

/**
 * An endpoint that answers a list in pages, under `key` of `data`. `idOf` tells
 * two entries apart; entries for which it has no answer are all kept.
 */
export interface ListEndpoint<Entry> {
  readonly path: string;
  readonly key: string;
  readonly entry: z.ZodType<Entry>;
  readonly idOf?: (entry: Entry) => string | null | undefined;
  /** Whether an answer without pagination is a whole list, as it may be for the audit trail. */
  readonly paginationOptional?: boolean;
}

function list<Entry extends { id: string }>(
  path: string,
  key: string,
  entry: z.ZodType<Entry>,
): ListEndpoint<Entry> {
  return { path, key, entry, idOf: ({ id }) => id };
}

const lowerCase = (email: string): string => email.toLowerCase();

/** Every read that Gatehouse makes of the Public API. */
export const reads = {
  workspace: { path: '/', data: z.object({ workspace: wireWorkspaceSchema }) },
  user: { path: '/users/{userId}', data: z.object({ user: wireUserSchema }) },
  group: { path: '/groups/{groupId}', data: z.object({ userGroup: wireGroupSchema }) },
  source: { path: '/sources/{sourceId}', data: z.object({ source: wireSourceSchema }) },
  labels: { path: '/labels', data: z.object({ labels: z.array(wireLabelSchema) }) },
} as const;

/** Every list that Gatehouse reads of the Public API. */
export const lists = {
  users: list('/users', 'users', wireUserSchema),
  userGroups: list('/users/{userId}/groups', 'groups', wireMinimalGroupSchema),
  invites: { path: '/invites', key: 'invites', entry: wireInviteSchema, idOf: lowerCase },
  groups: list('/groups', 'userGroups', wireGroupSchema),
  groupUsers: list('/groups/{groupId}/users', 'users', wireMinimalUserSchema),
  groupInvites: {
    path: '/groups/{groupId}/invites',
    key: 'emails',
    entry: wireInviteSchema,
    idOf: lowerCase,
  },
  roles: list('/roles', 'roles', wireRoleSchema),
  sources: list('/sources', 'sources', wireSourceSchema),
  destinations: list('/destinations', 'destinations', wireDestinationSchema),
  warehouses: list('/warehouses', 'warehouses', wireWarehouseSchema),
  spaces: list('/spaces', 'spaces', wireSpaceSchema),
  trackingPlans: list('/tracking-plans', 'trackingPlans', wireTrackingPlanSchema),
  /** A function may come without an id. */
  functions: {
    path: '/functions',
    key: 'functions',
    entry: wireFunctionSchema,
    idOf: ({ id }: WireFunction) => id,
  },
  auditEvents: {
    ...list('/audit-events', 'events', wireAuditEventSchema),
    paginationOptional: true,
  },
} as const;

/** What the sandbox offers beyond the Public API. Never asked at Segment itself. */
export const extensions = {
  workspace: { path: '/gatehouse/workspace', data: wireBeyondSchema },
  tokens: { path: '/gatehouse/tokens', data: z.object({ tokens: z.array(wireTokenSchema) }) },
  spaces: list('/gatehouse/spaces', 'spaces', wireLabelledSpaceSchema),
  createToken: { path: '/gatehouse/tokens', data: wireCreatedTokenSchema },
  revokeToken: { path: '/gatehouse/tokens/{tokenId}', data: z.object({ status: z.string() }) },
} as const;
