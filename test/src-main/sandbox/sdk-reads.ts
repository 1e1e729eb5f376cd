import type { SdkCall } from './sdk-clients';

const page = { count: 3 };

/** A call of the SDK for every endpoint that reads. */
export const SDK_READS: readonly SdkCall[] = [
  { route: 'GET /', response: 'GetWorkspace200Response', run: (sdk) => sdk.workspaces.getWorkspace() },
  { route: 'GET /echo', response: 'Echo200Response', run: (sdk) => sdk.testing.echo('hello') },
  {
    route: 'GET /audit-events',
    response: 'ListAuditEvents200Response',
    run: (sdk) => sdk.audit.listAuditEvents(page, '2020-01-01T00:00:00Z'),
  },
  { route: 'GET /users', response: 'ListUsers200Response', run: (sdk) => sdk.users.listUsers(page) },
  {
    route: 'GET /users/{userId}',
    response: 'GetUser200Response',
    run: (sdk, ids) => sdk.users.getUser(ids.user),
  },
  {
    route: 'GET /users/{userId}/groups',
    response: 'ListUserGroupsFromUser200Response',
    run: (sdk, ids) => sdk.users.listUserGroupsFromUser(ids.user, page),
  },
  { route: 'GET /invites', response: 'ListInvites200Response', run: (sdk) => sdk.users.listInvites(page) },
  {
    route: 'GET /groups',
    response: 'ListUserGroups200Response',
    run: (sdk) => sdk.groups.listUserGroups(page),
  },
  {
    route: 'GET /groups/{userGroupId}',
    response: 'GetUserGroup200Response',
    run: (sdk, ids) => sdk.groups.getUserGroup(ids.group),
  },
  {
    route: 'GET /groups/{userGroupId}/users',
    response: 'ListUsersFromUserGroup200Response',
    run: (sdk, ids) => sdk.groups.listUsersFromUserGroup(ids.group, page),
  },
  {
    route: 'GET /groups/{userGroupId}/invites',
    response: 'ListInvitesFromUserGroup200Response',
    run: (sdk, ids) => sdk.groups.listInvitesFromUserGroup(ids.group, page),
  },
  { route: 'GET /roles', response: 'ListRoles200Response', run: (sdk) => sdk.roles.listRoles({ count: 50 }) },
  { route: 'GET /labels', response: 'ListLabels200Response', run: (sdk) => sdk.labels.listLabels() },
  {
    route: 'GET /sources',
    response: 'ListSources200Response',
    run: (sdk) => sdk.sources.listSources({ count: 200 }),
  },
  {
    route: 'GET /sources/{sourceId}',
    response: 'GetSource200Response',
    run: (sdk, ids) => sdk.sources.getSource(ids.source),
  },
  {
    route: 'GET /sources/{sourceId}/connected-destinations',
    response: 'ListConnectedDestinationsFromSource200Response',
    run: (sdk, ids) => sdk.sources.listConnectedDestinationsFromSource(ids.source, page),
  },
  {
    route: 'GET /sources/{sourceId}/connected-warehouses',
    response: 'ListConnectedWarehousesFromSource200Response',
    run: (sdk, ids) => sdk.sources.listConnectedWarehousesFromSource(ids.source, page),
  },
  {
    route: 'GET /destinations',
    response: 'ListDestinations200Response',
    run: (sdk) => sdk.destinations.listDestinations({ count: 200 }),
  },
  {
    route: 'GET /destinations/{destinationId}',
    response: 'GetDestination200Response',
    run: (sdk, ids) => sdk.destinations.getDestination(ids.destination),
  },
  {
    route: 'GET /warehouses',
    response: 'ListWarehouses200Response',
    run: (sdk) => sdk.warehouses.listWarehouses({ count: 20 }),
  },
  {
    route: 'GET /warehouses/{warehouseId}',
    response: 'GetWarehouse200Response',
    run: (sdk, ids) => sdk.warehouses.getWarehouse(ids.warehouse),
  },
  {
    route: 'GET /warehouses/{warehouseId}/connected-sources',
    response: 'ListConnectedSourcesFromWarehouse200Response',
    run: (sdk, ids) => sdk.warehouses.listConnectedSourcesFromWarehouse(ids.warehouse, page),
  },
  { route: 'GET /spaces', response: 'ListSpaces200Response', run: (sdk) => sdk.spaces.listSpaces(page) },
  {
    route: 'GET /spaces/{spaceId}',
    response: 'GetSpace200Response',
    run: (sdk, ids) => sdk.spaces.getSpace(ids.space),
  },
  {
    route: 'GET /tracking-plans',
    response: 'ListTrackingPlans200Response',
    run: (sdk) => sdk.plans.listTrackingPlans({ count: 50 }),
  },
  {
    route: 'GET /functions',
    response: 'ListFunctions200Response',
    run: (sdk) => sdk.functions.listFunctions(page, 'SOURCE'),
  },
];
