import {
  type Grant,
  grantableTypeSchema,
  type LabelRef,
  type Member,
  type Resource,
  type Scope,
  SNAPSHOT_VERSION,
  type Snapshot,
} from '@contract/snapshot';
import { findRole } from '../../policy/catalogue/catalogue';
import type { ScenarioGrant, ScenarioResource, ScenarioWorkspace } from './scenario-file';

/** A label as it stands in a file. What has no colon has no value; what follows a second colon stays in the value. */
export function labelOf(text: string): LabelRef {
  const colon = text.indexOf(':');
  return colon < 0 ? { key: text, value: '' } : { key: text.slice(0, colon), value: text.slice(colon + 1) };
}

/** The ids of a list are of the role's own kind; a kind that Segment cannot list leaves the scope unclear. */
function listScope(role: string, ids: readonly string[]): Scope {
  const kinds = [...(findRole(role)?.kinds ?? [])].filter((kind) => kind !== 'DESTINATION');
  const listed = kinds.length === 1 ? grantableTypeSchema.safeParse(kinds[0]) : undefined;
  if (listed?.success !== true) return { kind: 'unknown', reason: `${role} takes no list of resources.` };
  return { kind: 'list', resources: ids.map((id) => ({ type: listed.data, id })) };
}

function scopeOf({ role, scope }: ScenarioGrant): Scope {
  switch (scope.kind) {
    case 'all':
      return { kind: 'all' };
    case 'list':
      return listScope(role, scope.ids);
    case 'labels':
      return scope.labels.length === 0
        ? { kind: 'all' }
        : { kind: 'labels', labels: scope.labels.map(labelOf) };
  }
}

/** A grant. A scenario's workspace gives its roles their names as ids. */
export function grantOf(grant: ScenarioGrant): Grant {
  return { roleId: grant.role, roleName: grant.role, scope: scopeOf(grant) };
}

/** A member is known by one word: it is the address too, so that invites find it. */
export function memberOf(id: string, grants: readonly ScenarioGrant[]): Member {
  return { id, name: id, email: id, grants: grants.map(grantOf) };
}

/** A resource; `null` for the workspace itself, which is none here. A space's own source bears the space's name. */
export function resourceOf(resource: ScenarioResource): Resource | null {
  const { type, id } = resource;
  const base = { id, name: id };
  const labels = Object.entries(resource.labels ?? {}).map(([key, value]) => ({ key, value }));
  switch (type) {
    case 'WORKSPACE':
      return null;
    case 'SOURCE':
      return {
        id,
        name: resource.linkedSpace === undefined ? id : `Engage (${resource.linkedSpace})`,
        type,
        enabled: true,
        labels,
        catalogName: '',
        categories: resource.reverseEtl === true ? ['Reverse ETL'] : [],
      };
    case 'SPACE':
      return { ...base, type, labels };
    case 'DESTINATION':
      return { ...base, type, enabled: true, sourceId: resource.source ?? '', catalogName: '' };
    case 'WAREHOUSE':
      return { ...base, type, enabled: true, catalogName: '' };
    case 'TRACKING_PLAN':
      return { ...base, type, planType: 'LIVE' };
    case 'FUNCTION':
      return { ...base, type, functionType: 'SOURCE' };
  }
}

const NO_FINGERPRINT = '0'.repeat(64);
const NO_TIME = '1970-01-01T00:00:00.000Z';

/** The starting state of a scenario as a snapshot of which everything was seen. */
export function snapshotOf(workspace: ScenarioWorkspace): Snapshot {
  const memberIds = (group: string) =>
    workspace.members.filter(({ groups }) => groups.includes(group)).map(({ id }) => id);
  const roleNames = [...workspace.members, ...workspace.groups].flatMap(({ grants }) =>
    grants.map(({ role }) => role),
  );
  return {
    version: SNAPSHOT_VERSION,
    workspace: { id: 'scenario', slug: 'scenario', name: 'Scenario' },
    startedAt: NO_TIME,
    completedAt: NO_TIME,
    fullReadAt: NO_TIME,
    fingerprint: NO_FINGERPRINT,
    beyondApi: { plan: workspace.plan, hipaaEligible: null, actingToken: null, tokens: null },
    reads: [],
    members: workspace.members.map(({ id, grants }) => memberOf(id, grants)),
    invites: [],
    groups: workspace.groups.map(({ id, grants }) => {
      const ids = memberIds(id);
      return {
        id,
        name: id,
        memberCount: ids.length,
        memberIds: ids,
        invitedEmails: [],
        grants: grants.map(grantOf),
      };
    }),
    roles: [...new Set(roleNames)].map((name) => ({ id: name, name, description: '' })),
    labels: workspace.labels.map(labelOf),
    resources: workspace.resources.flatMap((resource) => resourceOf(resource) ?? []),
    unknowns: [],
  };
}
