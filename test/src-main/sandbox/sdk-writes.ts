import { PermissionResourceV1 } from '@segment/public-api-sdk-typescript';
import type { Entities, SdkCall } from './sdk-clients';

const { TypeEnum } = PermissionResourceV1;
const somebody = 'mei-ling.castellanos@northwind.example';

function scoped(ids: Entities, ...labels: Array<{ key: string; value: string }>) {
  return { roleId: ids.sourceAdmin, resources: [{ id: ids.workspace, type: TypeEnum.WORKSPACE, labels }] };
}

/** A call of the SDK for every endpoint that writes. */
export const SDK_WRITES: readonly SdkCall[] = [
  {
    route: 'DELETE /users',
    response: 'DeleteUsers200Response',
    run: (sdk, ids) => sdk.users.deleteUsers([ids.user]),
  },
  {
    route: 'POST /users/{userId}/permissions',
    response: 'AddPermissionsToUser200Response',
    run: (sdk, ids) => sdk.users.addPermissionsToUser(ids.user, { permissions: [scoped(ids)] }),
  },
  {
    route: 'PUT /users/{userId}/permissions',
    response: 'ReplacePermissionsForUser200Response',
    run: (sdk, ids) =>
      sdk.users.replacePermissionsForUser(ids.user, {
        permissions: [scoped(ids, { key: 'brand', value: 'fjord' })],
      }),
  },
  {
    route: 'POST /invites',
    response: 'CreateInvites201Response',
    status: 201,
    run: (sdk, ids) =>
      sdk.users.createInvites({
        invites: [
          {
            email: 'new@northwind.example',
            permissions: [{ roleId: ids.sourceAdmin, labels: [{ key: 'brand', value: 'fjord' }] }],
          },
        ],
      }),
  },
  {
    route: 'DELETE /invites',
    response: 'DeleteInvites200Response',
    run: (sdk) =>
      sdk.users.deleteInvites(['rosalind.obi+trial@northwind.example', 'kenji.mori@northwind.example']),
  },
  {
    route: 'POST /groups',
    response: 'CreateUserGroup200Response',
    run: (sdk) => sdk.groups.createUserGroup({ name: 'Made by the SDK' }),
  },
  {
    route: 'PATCH /groups/{userGroupId}',
    response: 'UpdateUserGroup200Response',
    run: (sdk, ids) => sdk.groups.updateUserGroup(ids.group, { name: 'Everybody' }),
  },
  {
    route: 'DELETE /groups/{userGroupId}',
    response: 'DeleteUserGroup200Response',
    run: (sdk, ids) => sdk.groups.deleteUserGroup(ids.group),
  },
  {
    route: 'POST /groups/{userGroupId}/users',
    response: 'AddUsersToUserGroup200Response',
    run: (sdk, ids) => sdk.groups.addUsersToUserGroup(ids.group, { emails: [somebody] }),
  },
  {
    route: 'PUT /group/{userGroupId}/users',
    response: 'ReplaceUsersInUserGroup200Response',
    run: (sdk, ids) => sdk.groups.replaceUsersInUserGroup(ids.group, { emails: [somebody] }),
  },
  {
    route: 'DELETE /group/{userGroupId}/users',
    response: 'RemoveUsersFromUserGroup200Response',
    run: (sdk, ids) => sdk.groups.removeUsersFromUserGroup(ids.group, [somebody]),
  },
  {
    route: 'POST /groups/{userGroupId}/permissions',
    response: 'AddPermissionsToUserGroup200Response',
    run: (sdk, ids) => sdk.groups.addPermissionsToUserGroup(ids.group, { permissions: [scoped(ids)] }),
  },
  {
    route: 'PUT /groups/{userGroupId}/permissions',
    response: 'ReplacePermissionsForUserGroup200Response',
    run: (sdk, ids) =>
      sdk.groups.replacePermissionsForUserGroup(ids.group, {
        permissions: [
          scoped(ids),
          { roleId: ids.sourceAdmin, resources: [{ id: ids.source, type: TypeEnum.SOURCE }] },
        ],
      }),
  },
  {
    route: 'POST /labels',
    response: 'CreateLabel201Response',
    status: 201,
    run: (sdk) => sdk.labels.createLabel({ label: { key: 'tier', value: 'gold', description: 'Important' } }),
  },
  {
    route: 'DELETE /labels/{key}/{value}',
    response: 'DeleteLabel200Response',
    run: (sdk) => sdk.labels.deleteLabel('product', 'wholesale'),
  },
  {
    route: 'POST /sources/{sourceId}/labels',
    response: 'AddLabelsToSource200Response',
    run: (sdk, ids) => sdk.sources.addLabelsToSource(ids.source, { labels: [] }),
  },
  {
    route: 'PUT /sources/{sourceId}/labels',
    response: 'ReplaceLabelsInSource200Response',
    run: (sdk, ids) =>
      sdk.sources.replaceLabelsInSource(ids.source, { labels: [{ key: 'brand', value: 'ember' }] }),
  },
  {
    route: 'POST /warehouses/{warehouseId}/connected-sources/{sourceId}',
    response: 'AddConnectionFromSourceToWarehouse201Response',
    status: 201,
    run: (sdk, ids) => sdk.warehouses.addConnectionFromSourceToWarehouse(ids.warehouse, ids.source),
  },
  {
    route: 'DELETE /warehouses/{warehouseId}/connected-sources/{sourceId}',
    response: 'RemoveSourceConnectionFromWarehouse200Response',
    run: async (sdk, ids) => {
      await sdk.warehouses.addConnectionFromSourceToWarehouse(ids.warehouse, ids.source);
      return sdk.warehouses.removeSourceConnectionFromWarehouse(ids.warehouse, ids.source);
    },
  },
];
