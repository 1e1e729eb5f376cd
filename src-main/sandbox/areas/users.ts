import { grantsOfPermissions, permissionsBodySchema } from '../rules/grants';
import { requireAnOwner } from '../rules/owners';
import { mergeGrants } from '../state/grant';
import { emailKey, type User, type WorkspaceState } from '../state/workspace-state';
import { ApiError, invalid, notFound } from '../wire/api-error';
import type { Call } from '../wire/call';
import { parseInput } from '../wire/input';
import { groupTarget, userTarget } from './audit-targets';
import { permissionView, writtenPermissionView } from './permission-view';

function findUser({ workspace, param }: Call): User {
  const user = workspace.users.get(param('userId'));
  if (user === undefined) throw notFound('there is no such user in this workspace');
  return user;
}

/** A user as the lists show them: without permissions. */
export function minimalUserView({ id, name, email }: User) {
  return { id, name, email };
}

/** GET `/users` */
export function listUsers(call: Call) {
  const { rows, pagination } = call.page(call.workspace.users.list());
  return { users: rows.map(minimalUserView), pagination };
}

/** GET `/users/{userId}` */
export function getUser(call: Call) {
  const user = findUser(call);
  const permissions = user.grants.map((grant) => permissionView(call.workspace, grant));
  return { user: { ...minimalUserView(user), permissions } };
}

/** GET `/users/{userId}/groups` */
export function listUserGroups(call: Call) {
  const user = findUser(call);
  const groups = call.workspace.groups.list().filter((group) => group.userIds.has(user.id));
  const { rows, pagination } = call.page(groups);
  return { groups: rows.map(({ id, name }) => ({ id, name })), pagination };
}

/** POST `/users/{userId}/permissions`: adds grants; one that is held already is not doubled. */
export function addUserPermissions(call: Call) {
  const user = findUser(call);
  const { permissions } = parseInput(permissionsBodySchema, call.body);
  const added = grantsOfPermissions(call.workspace, permissions, user.grants);
  user.grants = mergeGrants(user.grants, added);
  for (const _grant of added) call.record('Policy Created', userTarget(user));
  call.record('User Policy Updated', userTarget(user));
  return { permissions: writtenViews(call.workspace, user, added) };
}

/** PUT `/users/{userId}/permissions`: the whole list anew. */
export function replaceUserPermissions(call: Call) {
  const user = findUser(call);
  const { permissions } = parseInput(permissionsBodySchema, call.body);
  const grants = grantsOfPermissions(call.workspace, permissions, user.grants);
  requireAnOwner(call.workspace, { userGrants: { userId: user.id, grants } });
  user.grants = grants;
  call.record('Policy Deleted', userTarget(user));
  return { permissions: writtenViews(call.workspace, user, grants) };
}

function writtenViews(workspace: WorkspaceState, user: User, grants: User['grants']) {
  return grants.map((grant) => writtenPermissionView(workspace, grant, { id: user.id, type: 'user' }));
}

/** DELETE `/users?userIds…`: all or none. */
export function deleteUsers(call: Call) {
  const ids = [...new Set(call.query.list('userIds') ?? [])];
  if (ids.length === 0) throw invalid('userIds', 'must name at least one user');
  const users: User[] = [];
  const unknown: string[] = [];
  for (const id of ids) {
    const user = call.workspace.users.get(id);
    if (user === undefined) unknown.push(id);
    else users.push(user);
  }
  if (unknown.length > 0) throw notFoundEach('userIds', unknown, 'user');
  requireAnOwner(call.workspace, { removedUsers: new Set(ids) });
  for (const user of users) {
    for (const group of call.workspace.groups.list()) {
      if (group.userIds.has(user.id)) call.record('Group Memberships Deleted', groupTarget(group));
    }
    call.workspace.removeUser(user);
    call.record('Group Memberships Deleted', userTarget(user));
  }
  return { status: 'SUCCESS' };
}

/** 404 with an entry for each id or address of the query that is not in the workspace. */
export function notFoundEach(field: string, missing: readonly string[], what: string): ApiError {
  return new ApiError(
    404,
    missing.map((each) => ({ type: 'NotFound', field, message: `there is no ${what} ${each}` })),
  );
}

/** The addresses of a query or body without repetitions, in lower case. */
export function distinctEmails(emails: readonly string[]): string[] {
  return [...new Set(emails.map(emailKey))];
}
