import type { Grant, LabelRef, ResourceRef } from '@contract/snapshot';

/** A permission as Segment takes it for members and groups: labels sit in the WORKSPACE resource. */
interface PermissionInput {
  readonly resources: readonly {
    readonly id: string;
    readonly labels?: readonly LabelRef[];
    readonly type: ResourceRef['type'] | 'WORKSPACE';
  }[];
  readonly roleId: string;
}

/** A permission as Segment takes it in an invite: labels sit on the permission. */
interface InvitePermission {
  readonly labels?: readonly LabelRef[];
  readonly resources: readonly { readonly id: string; readonly type: ResourceRef['type'] | 'WORKSPACE' }[];
  readonly roleId: string;
}

// Keys are written in their order, so that equal requests are equal texts.
const label = ({ key, value }: LabelRef): LabelRef => ({ key, value });
const named = ({ id, type }: ResourceRef): ResourceRef => ({ id, type });

/** Why a grant cannot be written over the Public API as it is; `null` when it can. */
export function unwritable({ roleName, scope }: Grant): string | null {
  switch (scope.kind) {
    case 'all':
      return null;
    case 'labels':
      // No labels would mean everything.
      return scope.labels.length > 0 ? null : `${roleName} names no label`;
    case 'list':
      return scope.resources.length > 0 ? null : `${roleName} names no resource`;
    case 'unknown':
      return `what ${roleName} reaches could not be read: ${scope.reason}`;
  }
}

/** A grant as the body of `…/permissions` has it. @throws Error for one that cannot be written, see `unwritable` */
export function permissionInput(grant: Grant, workspaceId: string): PermissionInput {
  const { roleId, scope } = grant;
  const reason = unwritable(grant);
  if (reason !== null || scope.kind === 'unknown') throw new Error(reason ?? 'unclear');
  switch (scope.kind) {
    case 'all':
      return { resources: [{ id: workspaceId, labels: [], type: 'WORKSPACE' }], roleId };
    case 'labels':
      return {
        resources: [{ id: workspaceId, labels: scope.labels.map(label), type: 'WORKSPACE' }],
        roleId,
      };
    case 'list':
      return { resources: scope.resources.map(named), roleId };
  }
}

/** A grant as an invite has it. @throws Error as `permissionInput` */
export function invitePermission(grant: Grant, workspaceId: string): InvitePermission {
  const { resources, roleId } = permissionInput(grant, workspaceId);
  const bare = resources.map(({ id, type }) => ({ id, type }));
  return grant.scope.kind === 'labels'
    ? { labels: grant.scope.labels.map(label), resources: bare, roleId }
    : { resources: bare, roleId };
}
