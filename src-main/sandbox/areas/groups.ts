import { z } from 'zod';
import { grantsOfPermissions, permissionsBodySchema } from '../rules/grants';
import { requireAnOwner } from '../rules/owners';
import { mergeGrants } from '../state/grant';
import type { Group, WorkspaceState } from '../state/workspace-state';
import { notFound } from '../wire/api-error';
import type { Call } from '../wire/call';
import { parseInput } from '../wire/input';
import { groupTarget } from './audit-targets';
import { permissionView, writtenPermissionView } from './permission-view';

const nameBodySchema = z.object({ name: z.string().trim().min(1, 'must not be empty').max(255) });

/** The group of the path, or 404. */
export function findGroup({ workspace, param }: Call): Group {
  const group = workspace.groups.get(param('userGroupId'));
  if (group === undefined) throw notFound('there is no such user group in this workspace');
  return group;
}

function bareGroupView(group: Group) {
  return { id: group.id, name: group.name, memberCount: group.userIds.size + group.invitedEmails.size };
}

/** A group with its permissions. `memberCount` counts pending invites too. */
export function groupView(workspace: WorkspaceState, group: Group) {
  return {
    ...bareGroupView(group),
    permissions: group.grants.map((grant) => permissionView(workspace, grant)),
  };
}

/** GET `/groups` */
export function listGroups(call: Call) {
  const { rows, pagination } = call.page(call.workspace.groups.list(), { total: false, firstCursor: 0 });
  return { userGroups: rows.map((group) => groupView(call.workspace, group)), pagination };
}

/** GET `/groups/{userGroupId}` */
export function getGroup(call: Call) {
  return { userGroup: groupView(call.workspace, findGroup(call)) };
}

/** POST `/groups`: answers without permissions, as Segment's sample does. Two groups may have one name. */
export function createGroup(call: Call) {
  const { name } = parseInput(nameBodySchema, call.body);
  const group: Group = {
    id: call.workspace.random.id(),
    name,
    grants: [],
    userIds: new Set(),
    invitedEmails: new Set(),
  };
  call.workspace.groups.add(group);
  call.record('User Group Created', groupTarget(group));
  return { userGroup: bareGroupView(group) };
}

/** PATCH `/groups/{userGroupId}` */
export function renameGroup(call: Call) {
  const group = findGroup(call);
  group.name = parseInput(nameBodySchema, call.body).name;
  call.record('User Group Updated', groupTarget(group));
  return { userGroup: groupView(call.workspace, group) };
}

/** DELETE `/groups/{userGroupId}`: its members stay in the workspace. */
export function deleteGroup(call: Call) {
  const group = findGroup(call);
  requireAnOwner(call.workspace, { removedGroup: group.id });
  call.workspace.groups.delete(group.id);
  call.record('User Group Deleted', groupTarget(group));
  return { status: 'SUCCESS' };
}

/** POST `/groups/{userGroupId}/permissions` */
export function addGroupPermissions(call: Call) {
  const group = findGroup(call);
  const { permissions } = parseInput(permissionsBodySchema, call.body);
  const added = grantsOfPermissions(call.workspace, permissions, group.grants);
  group.grants = mergeGrants(group.grants, added);
  for (const _grant of added) call.record('Policy Created', groupTarget(group));
  call.record('User Group Policy Updated', groupTarget(group));
  return { permissions: writtenViews(call.workspace, group, added) };
}

/** PUT `/groups/{userGroupId}/permissions`: the whole list anew. */
export function replaceGroupPermissions(call: Call) {
  const group = findGroup(call);
  const { permissions } = parseInput(permissionsBodySchema, call.body);
  const grants = grantsOfPermissions(call.workspace, permissions, group.grants);
  requireAnOwner(call.workspace, { groupGrants: { groupId: group.id, grants } });
  group.grants = grants;
  call.record('Policy Deleted', groupTarget(group));
  return { permissions: writtenViews(call.workspace, group, grants) };
}

function writtenViews(workspace: WorkspaceState, group: Group, grants: Group['grants']) {
  return grants.map((grant) => writtenPermissionView(workspace, grant, { id: group.id, type: 'group' }));
}
