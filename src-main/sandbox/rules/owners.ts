import type { Grant } from '../state/grant';
import type { Group, User, WorkspaceState } from '../state/workspace-state';
import { conflict } from '../wire/api-error';

/** What a write is about to do; whatever is left out stays as it is. */
export interface AccessChange {
  readonly removedUsers?: ReadonlySet<string>;
  readonly removedGroup?: string;
  readonly userGrants?: { readonly userId: string; readonly grants: readonly Grant[] };
  readonly groupGrants?: { readonly groupId: string; readonly grants: readonly Grant[] };
  readonly groupUsers?: { readonly groupId: string; readonly userIds: ReadonlySet<string> };
}

/** Throws 409 when nobody would be Workspace Owner any more, directly or through a group. */
export function requireAnOwner(workspace: WorkspaceState, change: AccessChange): void {
  const role = workspace.roleOfKind('owner');
  const owns = (grants: readonly Grant[]): boolean => grants.some((grant) => grant.roleId === role?.id);
  const stays = (userId: string): boolean => !change.removedUsers?.has(userId);

  const userOwns = (user: User): boolean => {
    const grants = change.userGrants?.userId === user.id ? change.userGrants.grants : user.grants;
    return stays(user.id) && owns(grants);
  };
  const groupOwns = (group: Group): boolean => {
    if (change.removedGroup === group.id) return false;
    const grants = change.groupGrants?.groupId === group.id ? change.groupGrants.grants : group.grants;
    if (!owns(grants)) return false;
    const users = change.groupUsers?.groupId === group.id ? change.groupUsers.userIds : group.userIds;
    return [...users].some(stays);
  };

  if (workspace.users.list().some(userOwns) || workspace.groups.list().some(groupOwns)) return;
  throw conflict('a workspace needs at least one Workspace Owner');
}
