import {
  type Grant,
  type GrantableType,
  grantableTypeSchema,
  type LabelRef,
  type Scope,
} from '@contract/snapshot';
import type { WireLabel, WirePermission } from '../segment/wire/permission';
import { canonicalJson } from './canonical-json';
import { sortedBy } from './order';

type WireResource = WirePermission['resources'][number];

const labelKey = ({ key }: LabelRef): string => key;
const labelValue = ({ value }: LabelRef): string => value;

/** Labels without descriptions, sorted, each once. */
export function labelRefs(labels: readonly WireLabel[]): LabelRef[] {
  const refs = labels.map(({ key, value }) => ({ key, value }));
  const distinct = new Map(refs.map((ref) => [canonicalJson(ref), ref]));
  return sortedBy([...distinct.values()], labelKey, labelValue);
}

function unknown(reason: string): Scope {
  return { kind: 'unknown', reason };
}

/**
 * The scope of a WORKSPACE resource. Labels of users' and groups' permissions
 * sit in the resource, those of invites on the permission: where only one place
 * has them, they count; where both speak and differ, nobody can tell.
 */
function workspaceScope(resource: WireResource, permissionLabels: readonly LabelRef[]): Scope {
  if (resource.labels === undefined || resource.labels === null) {
    return permissionLabels.length > 0 ? { kind: 'labels', labels: [...permissionLabels] } : { kind: 'all' };
  }
  const labels = labelRefs(resource.labels);
  if (permissionLabels.length > 0 && canonicalJson(labels) !== canonicalJson(permissionLabels)) {
    return unknown('Segment gave two different sets of labels for this grant.');
  }
  return labels.length > 0 ? { kind: 'labels', labels } : { kind: 'all' };
}

function listedType(type: string): GrantableType | null {
  const parsed = grantableTypeSchema.safeParse(type);
  return parsed.success ? parsed.data : null;
}

/** The scopes of the resources that are named one by one: at most one list, and one unknown for each oddity. */
function listScopes(resources: readonly WireResource[], permissionLabels: readonly LabelRef[]): Scope[] {
  const listed = new Map<string, { type: GrantableType; id: string }>();
  const oddities = new Set<string>();
  for (const { type, id, labels } of resources) {
    const known = listedType(type);
    if (known === null) {
      oddities.add(`Segment named a resource of a kind that Gatehouse does not know (${type.slice(0, 60)}).`);
    } else if ((labels ?? []).length > 0 || permissionLabels.length > 0) {
      oddities.add('Segment gave labels together with resources that are named one by one.');
    } else listed.set(`${known} ${id}`, { type: known, id });
  }
  const named = sortedBy(
    [...listed.values()],
    ({ type }) => type,
    ({ id }) => id,
  );
  const scopes: Scope[] = named.length > 0 ? [{ kind: 'list', resources: named }] : [];
  return [...scopes, ...[...oddities].map(unknown)];
}

function scopesOf({ resources, labels }: WirePermission): Scope[] {
  if (resources.length === 0) return [unknown('Segment named no resource for this grant.')];
  const permissionLabels = labelRefs(labels ?? []);
  const overall = resources.filter(({ type }) => type === 'WORKSPACE');
  const others = resources.filter(({ type }) => type !== 'WORKSPACE');
  return [
    ...overall.map((resource) => workspaceScope(resource, permissionLabels)),
    ...listScopes(others, permissionLabels),
  ];
}

/** The canonical order of grants: it says nothing, but it is always the same. */
function grantOrder(grants: readonly Grant[]): Grant[] {
  return grants
    .map((grant) => ({ grant, text: canonicalJson(grant) }))
    .sort((one, other) => (one.text < other.text ? -1 : Number(one.text > other.text)))
    .map(({ grant }) => grant);
}

/**
 * The grants that permissions of a member or group mean: one for each WORKSPACE
 * resource (all, or narrowed by labels), and one for all resources that are
 * named one by one. Equal grants stay two: removing one must not remove the
 * other's access. What cannot be told is a grant of unknown scope, never none.
 */
export function grantsOf(permissions: readonly WirePermission[]): Grant[] {
  return grantOrder(
    permissions.flatMap((permission) =>
      scopesOf(permission).map((scope) => ({
        roleId: permission.roleId,
        roleName: permission.roleName,
        scope,
      })),
    ),
  );
}
