import { z } from 'zod';
import { type Grant, grantKey, LIST_TYPES, type ListType, mergeGrants, type Scope } from '../state/grant';
import { type LabelRef, labelText } from '../state/label';
import type { Role } from '../state/role';
import type { WorkspaceState } from '../state/workspace-state';
import { Problems } from '../wire/api-error';
import { findLabels, labelRefSchema } from './labels';
import { planGrants, planHasLabelGrants } from './plan';

const resourceType = z.enum([...LIST_TYPES, 'WORKSPACE']);

/** The body of POST and PUT `…/permissions`. */
export const permissionsBodySchema = z.object({
  permissions: z.array(
    z.object({
      roleId: z.string().min(1),
      resources: z.array(
        z.object({
          id: z.string().min(1),
          type: resourceType,
          labels: z.array(labelRefSchema).optional(),
        }),
      ),
    }),
  ),
});

/** A permission inside an invite: its labels sit on the permission, not on a resource. */
export const invitePermissionSchema = z.object({
  roleId: z.string().min(1),
  resources: z.array(z.object({ id: z.string().min(1), type: resourceType })).optional(),
  labels: z.array(labelRefSchema).optional(),
});

/** Both shapes in one: the labels where they were found, with the path of the field. */
interface AskedPermission {
  readonly roleId: string;
  readonly resources: ReadonlyArray<{ readonly id: string; readonly type: ListType | 'WORKSPACE' }>;
  readonly labels: readonly LabelRef[];
  readonly field: string;
  readonly labelField: string;
}

function withoutRepeats(labels: readonly LabelRef[]): LabelRef[] {
  return [...new Map(labels.map((label) => [labelText(label), label])).values()];
}

/** The scope as it is written, without asking whether its labels and resources exist; null when it makes no sense. */
function scopeOf(workspace: WorkspaceState, asked: AskedPermission, problems: Problems): Scope | null {
  const [first, ...others] = asked.resources;
  const field = `${asked.field}.resources`;
  if (first === undefined) {
    problems.add(field, 'must name the workspace or at least one resource');
    return null;
  }
  if (asked.resources.some((resource) => resource.type !== first.type)) {
    problems.add(field, 'must be of one type');
    return null;
  }
  if (first.type === 'WORKSPACE') {
    if (others.length > 0) problems.add(field, 'must name the workspace once');
    else if (first.id !== workspace.id) problems.add(`${field}.0.id`, 'is not this workspace');
    else
      return asked.labels.length > 0
        ? { kind: 'labels', labels: withoutRepeats(asked.labels) }
        : { kind: 'all' };
    return null;
  }
  if (asked.labels.length > 0) {
    problems.add(asked.labelField, 'labels narrow the whole workspace, not a list of resources');
    return null;
  }
  return { kind: 'list', type: first.type, ids: [...new Set(asked.resources.map((each) => each.id))] };
}

/** Says what is wrong with a scope for a role in this workspace. */
function checkScope(
  workspace: WorkspaceState,
  role: Role,
  scope: Scope,
  asked: AskedPermission,
  problems: Problems,
): void {
  switch (scope.kind) {
    case 'all':
      return;
    case 'labels':
      if (!role.labels) problems.add(asked.labelField, `${role.name} cannot be narrowed by labels`);
      else if (!planHasLabelGrants(workspace.plan)) {
        problems.add(asked.labelField, 'grants by label are for the Business plan');
      } else findLabels(workspace, scope.labels, asked.labelField, problems);
      return;
    case 'list': {
      if (role.listType !== scope.type) {
        problems.add(`${asked.field}.resources`, `${role.name} cannot be granted on a ${scope.type}`);
        return;
      }
      asked.resources.forEach((resource, index) => {
        if (!resourceExists(workspace, scope.type, resource.id)) {
          problems.add(`${asked.field}.resources.${index}.id`, `there is no such ${scope.type}`);
        }
      });
    }
  }
}

function resourceExists(workspace: WorkspaceState, type: ListType, id: string): boolean {
  switch (type) {
    case 'SOURCE':
      return workspace.sources.has(id);
    case 'SPACE':
      return workspace.spaces.has(id);
    case 'WAREHOUSE':
      return workspace.warehouses.has(id);
    case 'FUNCTION':
      return workspace.functions.has(id);
  }
}

/**
 * Turns what a request asks for into grants and gathers every bad field. A grant that is held already passes as it is: a list may name a source
 * that was deleted since, and replacing a list must not fail over that.
 */
function toGrants(
  workspace: WorkspaceState,
  permissions: readonly AskedPermission[],
  held: readonly Grant[],
  problems: Problems,
): Grant[] {
  const heldByKey = new Map(held.map((grant) => [grantKey(grant), grant]));
  const grants: Grant[] = [];
  for (const asked of permissions) {
    const role = workspace.roles.get(asked.roleId);
    if (role === undefined) problems.add(`${asked.field}.roleId`, 'there is no such role');
    const scope = scopeOf(workspace, asked, problems);
    if (role === undefined || scope === null) continue;
    const known = heldByKey.get(grantKey({ roleId: role.id, scope }));
    if (known !== undefined) {
      grants.push(known);
      continue;
    }
    if (!planGrants(workspace.plan, role.kind)) {
      problems.add(`${asked.field}.roleId`, `${role.name} is for the Business plan`);
    }
    checkScope(workspace, role, scope, asked, problems);
    grants.push({ policyId: '', roleId: role.id, scope });
  }
  return mergeGrants(
    grants.map((grant) =>
      grant.policyId === '' ? { ...grant, policyId: `pol_${workspace.random.id()}` } : grant,
    ),
  );
}

/** The grants of a `…/permissions` body, or 422 naming every bad field. `held` is what the member or group has now. */
export function grantsOfPermissions(
  workspace: WorkspaceState,
  permissions: z.infer<typeof permissionsBodySchema>['permissions'],
  held: readonly Grant[],
): Grant[] {
  const asked = permissions.map(({ roleId, resources }, index): AskedPermission => {
    const labelled = Math.max(
      0,
      resources.findIndex((resource) => (resource.labels ?? []).length > 0),
    );
    return {
      roleId,
      resources,
      labels: resources[labelled]?.labels ?? [],
      field: `permissions.${index}`,
      labelField: `permissions.${index}.resources.${labelled}.labels`,
    };
  });
  const problems = new Problems();
  const grants = toGrants(workspace, asked, held, problems);
  problems.throwIfAny();
  return grants;
}

/** The grants of an invite; bad fields are gathered. Without resources a permission is for the whole workspace. */
export function grantsOfInvite(
  workspace: WorkspaceState,
  permissions: ReadonlyArray<z.infer<typeof invitePermissionSchema>>,
  field: string,
  problems: Problems,
): Grant[] {
  const asked = permissions.map(({ roleId, resources, labels }, index): AskedPermission => {
    const named = resources ?? [];
    return {
      roleId,
      resources: named.length > 0 ? named : [{ id: workspace.id, type: 'WORKSPACE' }],
      labels: labels ?? [],
      field: `${field}.${index}`,
      labelField: `${field}.${index}.labels`,
    };
  });
  return toGrants(workspace, asked, [], problems);
}
