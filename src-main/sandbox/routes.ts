import { listAuditEvents } from './areas/audit-events';
import { getDestination, listDestinations } from './areas/destinations';
import { echo } from './areas/echo';
import { listFunctions } from './areas/functions';
import {
  addGroupUsers,
  listGroupInvites,
  listGroupUsers,
  removeGroupUsers,
  replaceGroupUsers,
} from './areas/group-members';
import {
  addGroupPermissions,
  createGroup,
  deleteGroup,
  getGroup,
  listGroups,
  renameGroup,
  replaceGroupPermissions,
} from './areas/groups';
import { createInvites, deleteInvites, listInvites } from './areas/invites';
import { createLabel, deleteLabel, listLabels } from './areas/labels';
import { listRoles } from './areas/roles';
import {
  addSourceLabels,
  getSource,
  listConnectedDestinations,
  listConnectedWarehouses,
  listSources,
  replaceSourceLabels,
} from './areas/sources';
import { getSpace, listSpaces } from './areas/spaces';
import { listTrackingPlans } from './areas/tracking-plans';
import {
  addUserPermissions,
  deleteUsers,
  getUser,
  listUserGroups,
  listUsers,
  replaceUserPermissions,
} from './areas/users';
import {
  connectSource,
  disconnectSource,
  getWarehouse,
  listConnectedSources,
  listWarehouses,
} from './areas/warehouses';
import { getWorkspace } from './areas/workspace';
import { describeWorkspace } from './extensions/acting-token';
import { addFault, clearFaults, listFaults } from './extensions/faults';
import { addSpaceLabels, listLabelledSpaces, replaceSpaceLabels } from './extensions/space-labels';
import { createToken, listTokens, revokeToken } from './extensions/tokens';
import type { AuditName } from './state/audit-log';
import type { Handler, Route } from './wire/call';
import type { Version } from './wire/media-type';

/** The declared limit of every write to access management and labels. */
const WRITES_PER_MINUTE = 60;
/** Segment does not publish its other limits; this one is high enough never to stand in the way of a sync. */
const OTHERS_PER_MINUTE = 100_000;

const STABLE: readonly Version[] = ['v1', 'v1beta', 'v1alpha'];
const ALPHA: readonly Version[] = ['v1alpha'];

type Rest = Partial<Omit<Route, 'method' | 'path' | 'handle'>>;

function read(path: string, handle: Handler, rest: Rest = {}): Route {
  return {
    method: 'GET',
    path,
    handle,
    status: 200,
    access: 'member',
    perMinute: OTHERS_PER_MINUTE,
    takesBody: false,
    list: false,
    audit: [],
    versions: STABLE,
    ...rest,
  };
}

function list(path: string, handle: Handler, rest: Rest = {}): Route {
  return read(path, handle, { list: true, ...rest });
}

function write(
  method: Exclude<Route['method'], 'GET'>,
  path: string,
  handle: Handler,
  audit: readonly AuditName[],
  rest: Rest = {},
): Route {
  return {
    ...read(path, handle),
    method,
    access: 'owner',
    perMinute: WRITES_PER_MINUTE,
    takesBody: method !== 'DELETE',
    audit,
    ...rest,
  };
}

const OWNER = { access: 'owner' } as const;
const GROUPS = { access: 'owner', feature: 'groups' } as const;
const SPACES = { feature: 'spaces', versions: ALPHA } as const;
const UNLIMITED = { perMinute: OTHERS_PER_MINUTE } as const;

/** Every endpoint of the Public API that the sandbox speaks. The singular `/group/` is Segment's. */
export const API_ROUTES: readonly Route[] = [
  read('/', getWorkspace),
  read('/echo', echo, { versions: ['v1', 'v1alpha'] }),
  list('/audit-events', listAuditEvents, { access: 'owner', feature: 'auditTrail' }),

  list('/users', listUsers, OWNER),
  write('DELETE', '/users', deleteUsers, ['Group Memberships Deleted']),
  read('/users/{userId}', getUser, OWNER),
  list('/users/{userId}/groups', listUserGroups, GROUPS),
  write('POST', '/users/{userId}/permissions', addUserPermissions, ['Policy Created', 'User Policy Updated']),
  write('PUT', '/users/{userId}/permissions', replaceUserPermissions, ['Policy Deleted']),

  list('/invites', listInvites, OWNER),
  write(
    'POST',
    '/invites',
    createInvites,
    ['Non-Segment User Invited to Workspace', 'New Segment User Invited to Workspace', 'Policy Created'],
    { status: 201 },
  ),
  write('DELETE', '/invites', deleteInvites, ['Invite Deleted', 'Group Memberships Deleted']),

  list('/groups', listGroups, GROUPS),
  write('POST', '/groups', createGroup, ['User Group Created'], GROUPS),
  read('/groups/{userGroupId}', getGroup, GROUPS),
  write('PATCH', '/groups/{userGroupId}', renameGroup, ['User Group Updated'], GROUPS),
  write('DELETE', '/groups/{userGroupId}', deleteGroup, ['User Group Deleted'], GROUPS),
  list('/groups/{userGroupId}/users', listGroupUsers, GROUPS),
  list('/groups/{userGroupId}/invites', listGroupInvites, GROUPS),
  write(
    'POST',
    '/groups/{userGroupId}/users',
    addGroupUsers,
    ['Subjects Added to Group', 'User Added To User Group'],
    GROUPS,
  ),
  write(
    'PUT',
    '/group/{userGroupId}/users',
    replaceGroupUsers,
    ['Subjects Added to Group', 'User Added To User Group', 'Group Memberships Deleted'],
    GROUPS,
  ),
  write(
    'DELETE',
    '/group/{userGroupId}/users',
    removeGroupUsers,
    ['Group Memberships Deleted', 'User Removed From User Group'],
    GROUPS,
  ),
  write(
    'POST',
    '/groups/{userGroupId}/permissions',
    addGroupPermissions,
    ['Policy Created', 'User Group Policy Updated'],
    GROUPS,
  ),
  write('PUT', '/groups/{userGroupId}/permissions', replaceGroupPermissions, ['Policy Deleted'], GROUPS),

  list('/roles', listRoles),
  read('/labels', listLabels),
  write('POST', '/labels', createLabel, ['Label Created'], { status: 201 }),
  write('DELETE', '/labels/{key}/{value}', deleteLabel, ['Label Deleted']),

  list('/sources', listSources),
  read('/sources/{sourceId}', getSource),
  write('POST', '/sources/{sourceId}/labels', addSourceLabels, ['Source Modified'], UNLIMITED),
  write('PUT', '/sources/{sourceId}/labels', replaceSourceLabels, ['Source Modified'], UNLIMITED),
  list('/sources/{sourceId}/connected-destinations', listConnectedDestinations),
  list('/sources/{sourceId}/connected-warehouses', listConnectedWarehouses),
  list('/destinations', listDestinations),
  read('/destinations/{destinationId}', getDestination),
  list('/warehouses', listWarehouses),
  read('/warehouses/{warehouseId}', getWarehouse),
  list('/warehouses/{warehouseId}/connected-sources', listConnectedSources),
  write(
    'POST',
    '/warehouses/{warehouseId}/connected-sources/{sourceId}',
    connectSource,
    ['Storage Destination Modified'],
    { ...UNLIMITED, status: 201, takesBody: false },
  ),
  write(
    'DELETE',
    '/warehouses/{warehouseId}/connected-sources/{sourceId}',
    disconnectSource,
    ['Storage Destination Modified'],
    UNLIMITED,
  ),
  list('/spaces', listSpaces, SPACES),
  read('/spaces/{spaceId}', getSpace, SPACES),
  list('/tracking-plans', listTrackingPlans, { feature: 'trackingPlans' }),
  list('/functions', listFunctions, { feature: 'functions' }),
];

/** Where the sandbox's own endpoints live; Segment has none of them. */
export const EXTENSION_PREFIX = '/gatehouse/';

/** What the product has and the Public API does not show, and the faults. */
export const EXTENSION_ROUTES: readonly Route[] = [
  read('/gatehouse/workspace', describeWorkspace),
  read('/gatehouse/tokens', listTokens, OWNER),
  write('POST', '/gatehouse/tokens', createToken, ['Public API Token Created'], { status: 201 }),
  write('DELETE', '/gatehouse/tokens/{tokenId}', revokeToken, ['Public API Token Deleted']),
  list('/gatehouse/spaces', listLabelledSpaces, SPACES),
  write('POST', '/gatehouse/spaces/{spaceId}/labels', addSpaceLabels, ['Space Modified'], {
    ...UNLIMITED,
    ...SPACES,
  }),
  write('PUT', '/gatehouse/spaces/{spaceId}/labels', replaceSpaceLabels, ['Space Modified'], {
    ...UNLIMITED,
    ...SPACES,
  }),
  read('/gatehouse/faults', listFaults, OWNER),
  write('POST', '/gatehouse/faults', addFault, [], UNLIMITED),
  write('DELETE', '/gatehouse/faults', clearFaults, [], UNLIMITED),
];
