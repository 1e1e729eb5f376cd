import { z } from 'zod';
import { requireAnOwner } from '../rules/owners';
import { emailKey, type Group, type User, type WorkspaceState } from '../state/workspace-state';
import { invalid, Problems } from '../wire/api-error';
import type { Call } from '../wire/call';
import { parseInput } from '../wire/input';
import { groupTarget, userTarget } from './audit-targets';
import { findGroup, groupView } from './groups';
import { distinctEmails, minimalUserView, notFoundEach } from './users';

const someEmailsSchema = z.object({ emails: z.array(z.string().min(1)).min(1, 'must not be empty') });
const anyEmailsSchema = z.object({ emails: z.array(z.string().min(1)) });

/** GET `/groups/{userGroupId}/users` */
export function listGroupUsers(call: Call) {
  const group = findGroup(call);
  const { rows, pagination } = call.page([...group.userIds]);
  const users = rows.map((id) => call.workspace.users.get(id)).filter((user) => user !== undefined);
  return { users: users.map(minimalUserView), pagination };
}

/** GET `/groups/{userGroupId}/invites` */
export function listGroupInvites(call: Call) {
  const group = findGroup(call);
  const { rows, pagination } = call.page([...group.invitedEmails]);
  return { emails: rows.map((email) => call.workspace.invites.get(email)?.email ?? email), pagination };
}

/** The members and invites behind addresses of a body; 422 naming each that is neither. */
function peopleOf(workspace: WorkspaceState, emails: readonly string[]) {
  const problems = new Problems();
  const users = new Map<string, User>();
  const invited = new Set<string>();
  emails.forEach((email, index) => {
    const user = workspace.userByEmail(email);
    if (user !== undefined) users.set(user.id, user);
    else if (workspace.invites.has(emailKey(email))) invited.add(emailKey(email));
    else problems.add(`emails.${index}`, `${email} is neither a member nor invited`);
  });
  problems.throwIfAny();
  return { users: [...users.values()], invited };
}

function add(call: Call, group: Group, users: readonly User[], invited: ReadonlySet<string>): void {
  call.record('Subjects Added to Group', groupTarget(group));
  for (const user of users) {
    group.userIds.add(user.id);
    call.record('User Added To User Group', userTarget(user));
  }
  for (const email of invited) group.invitedEmails.add(email);
}

/** POST `/groups/{userGroupId}/users`: members and pending invites, by address. */
export function addGroupUsers(call: Call) {
  const group = findGroup(call);
  const { emails } = parseInput(someEmailsSchema, call.body);
  const { users, invited } = peopleOf(call.workspace, emails);
  add(call, group, users, invited);
  return { userGroup: groupView(call.workspace, group) };
}

/** PUT `/group/{userGroupId}/users`: the whole list anew; an empty one clears the group. */
export function replaceGroupUsers(call: Call) {
  const group = findGroup(call);
  const { emails } = parseInput(anyEmailsSchema, call.body);
  const { users, invited } = peopleOf(call.workspace, emails);
  const userIds = new Set(users.map((user) => user.id));
  requireAnOwner(call.workspace, { groupUsers: { groupId: group.id, userIds } });
  const removed = [...group.userIds].filter((id) => !userIds.has(id));
  const uninvited = [...group.invitedEmails].filter((email) => !invited.has(email));
  const added = users.filter((user) => !group.userIds.has(user.id));
  group.userIds.clear();
  group.invitedEmails.clear();
  for (const user of users) group.userIds.add(user.id);
  if (emails.length > 0) add(call, group, added, invited);
  if (removed.length + uninvited.length > 0 || emails.length === 0) {
    call.record('Group Memberships Deleted', groupTarget(group));
  }
  for (const id of removed) {
    const user = call.workspace.users.get(id);
    if (user !== undefined) call.record('Group Memberships Deleted', userTarget(user));
  }
  return { userGroup: groupView(call.workspace, group) };
}

/**
 * DELETE `/group/{userGroupId}/users?emails…`: 404 for addresses that the
 * workspace has not; those that are only not in the group are passed over.
 */
export function removeGroupUsers(call: Call) {
  const group = findGroup(call);
  const emails = distinctEmails(call.query.list('emails') ?? []);
  if (emails.length === 0) throw invalid('emails', 'must name at least one address');
  const { workspace } = call;
  const unknown = emails.filter((email) => !workspace.userByEmail(email) && !workspace.invites.has(email));
  if (unknown.length > 0) throw notFoundEach('emails', unknown, 'member or invite');
  const leaving = emails
    .map((email) => workspace.userByEmail(email))
    .filter((user) => user !== undefined && group.userIds.has(user.id))
    .filter((user) => user !== undefined);
  const leavingIds = new Set(leaving.map((user) => user.id));
  const userIds = new Set([...group.userIds].filter((id) => !leavingIds.has(id)));
  requireAnOwner(workspace, { groupUsers: { groupId: group.id, userIds } });
  call.record('Group Memberships Deleted', groupTarget(group));
  for (const user of leaving) {
    group.userIds.delete(user.id);
    call.record('User Removed From User Group', userTarget(user));
  }
  for (const email of emails) group.invitedEmails.delete(email);
  return { status: 'SUCCESS' };
}
