import type { Grant } from '../state/grant';
import { labelText } from '../state/label';
import type { WorkspaceState } from '../state/workspace-state';

/** A grant as the API shows it: labels sit in the WORKSPACE resource; a listed resource has none. */
export function permissionView(workspace: WorkspaceState, grant: Grant) {
  return {
    roleId: grant.roleId,
    roleName: workspace.roles.get(grant.roleId)?.name ?? '',
    resources: resourcesView(workspace, grant),
  };
}

function resourcesView(workspace: WorkspaceState, { scope }: Grant) {
  switch (scope.kind) {
    case 'all':
      return [{ id: workspace.id, type: 'WORKSPACE', labels: [] }];
    case 'labels':
      return [
        {
          id: workspace.id,
          type: 'WORKSPACE',
          labels: scope.labels.map((label) => workspace.labels.get(labelText(label)) ?? label),
        },
      ];
    case 'list':
      return scope.ids.map((id) => ({ id, type: scope.type }));
  }
}

/**
 * A grant as the answers to POST and PUT `…/permissions` show it: with the
 * fields that Segment's samples carry beyond the declared ones.
 */
export function writtenPermissionView(
  workspace: WorkspaceState,
  grant: Grant,
  subject: { id: string; type: 'user' | 'group' },
) {
  return {
    ...permissionView(workspace, grant),
    policyId: grant.policyId,
    subjectId: subject.id,
    subjectType: subject.type,
  };
}
