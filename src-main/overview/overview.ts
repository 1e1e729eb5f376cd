import type { RuleSummary } from '@contract/findings';
import type { Overview, ScopeKind } from '@contract/overview';
import type { ResourceType } from '@contract/snapshot';
import { joinSentences } from '../inspect/references';
import type { WorkspaceFacts } from '../lists/relations/facts';
import { COLLECTION_OF_TYPE } from '../lists/relations/unknown-reasons';
import { resourceTypes } from '../policy/catalogue/role-rights';
import { theWorkspace } from '../policy/decision/target';
import type { Policy } from '../policy/policy';
import { GROUP_SIZES, isOfSize } from './group-sizes';

/** Cells by what is certain, kind by kind; the numbers of a row add up to members x resources. */
function reachOf(policy: Policy, facts: WorkspaceFacts): Overview['reach'] {
  const { resources } = policy.counts();
  const { list } = policy.matrix.world.columns;
  const members = policy.snapshot.members.length;
  const sums = new Map<
    ResourceType,
    { resources: number; admin: number; read: number; unknown: number; pii: number }
  >();
  list.forEach(({ type }, column) => {
    const sum = sums.get(type) ?? { resources: 0, admin: 0, read: 0, unknown: 0, pii: 0 };
    sums.set(type, sum);
    const reach = resources[column];
    sum.resources += 1;
    sum.admin += reach?.admin ?? 0;
    sum.read += reach?.read ?? 0;
    sum.unknown += reach?.unknown ?? 0;
    sum.pii += reach?.pii ?? 0;
  });
  return resourceTypes.map((type) => {
    const sum = sums.get(type) ?? { resources: 0, admin: 0, read: 0, unknown: 0, pii: 0 };
    return {
      type,
      ...sum,
      none: sum.resources * members - sum.admin - sum.read - sum.unknown,
      unread: facts.unknowns.whole(COLLECTION_OF_TYPE[type]),
    };
  });
}

function labelCoverageOf({ snapshot, unknowns }: WorkspaceFacts): Overview['labelCoverage'] {
  const keys = new Map<string, { values: Set<string>; sources: number; spaces: number }>();
  const at = (key: string) => {
    const known = keys.get(key) ?? { values: new Set<string>(), sources: 0, spaces: 0 };
    keys.set(key, known);
    return known;
  };
  for (const { key, value } of snapshot.labels) at(key).values.add(value);
  let sources = 0;
  let spaces = 0;
  let hiddenSpaces = 0;
  for (const resource of snapshot.resources) {
    if (resource.type !== 'SOURCE' && resource.type !== 'SPACE') continue;
    if (resource.type === 'SOURCE') sources += 1;
    else spaces += 1;
    if (resource.labels === null) hiddenSpaces += 1;
    for (const { key, value } of resource.labels ?? []) at(key).values.add(value);
    for (const key of new Set((resource.labels ?? []).map((label) => label.key))) {
      if (resource.type === 'SOURCE') at(key).sources += 1;
      else at(key).spaces += 1;
    }
  }
  return {
    sources,
    spaces,
    hiddenSpaces,
    keys: [...keys]
      .map(([key, { values, ...carried }]) => ({ key, values: values.size, ...carried }))
      .sort(
        (one, other) =>
          other.sources + other.spaces - one.sources - one.spaces || (one.key < other.key ? -1 : 1),
      ),
    unread: joinSentences([unknowns.whole('labels'), unknowns.whole('sources'), unknowns.whole('spaces')]),
  };
}

function grantsOf(facts: WorkspaceFacts): Overview['grants'] {
  const none = (): Record<ScopeKind, number> => ({ all: 0, list: 0, labels: 0, unknown: 0 });
  const counted = { member: none(), group: none() };
  for (const { holder, grant } of facts.grants().all) counted[holder.kind][grant.scope.kind] += 1;
  const { unknowns } = facts;
  return {
    ...counted,
    unread: joinSentences([
      unknowns.whole('members'),
      unknowns.whole('groups'),
      unknowns.any('memberGrants'),
      unknowns.any('groupGrants'),
    ]),
  };
}

function groupsOf({ snapshot, unknowns }: WorkspaceFacts): Overview['groups'] {
  const known = snapshot.groups.flatMap(({ memberIds }) => (memberIds === null ? [] : [memberIds.length]));
  return {
    sizes: GROUP_SIZES.map((size) => ({
      ...size,
      groups: known.filter((members) => isOfSize(members, size)).length,
    })),
    unknown: snapshot.groups.length - known.length,
    unread: joinSentences([unknowns.whole('groups'), unknowns.any('groupMembers')]),
  };
}

function unknownsOf({ snapshot }: WorkspaceFacts): Overview['unknowns'] {
  const counted = new Map<string, { subject: string; reason: string; count: number }>();
  for (const { subject, reason } of snapshot.unknowns) {
    const place = `${subject}\n${reason}`;
    const known = counted.get(place) ?? { subject, reason, count: 0 };
    known.count += 1;
    counted.set(place, known);
  }
  return [...counted.values()];
}

/** The numbers of one workspace. Pure: each is the engine's answer, or a count of what was read. */
export function overviewOf(
  policy: Policy,
  facts: WorkspaceFacts,
  findings: readonly RuleSummary[],
): Overview {
  const { snapshot } = policy;
  const owners = policy.whoCanReach(theWorkspace, 'manageAccess');
  const counts = policy.counts().members;
  return {
    fingerprint: snapshot.fingerprint,
    asOf: snapshot.completedAt,
    people: {
      members: snapshot.members.length,
      invites: snapshot.invites.length,
      owners: owners.allowed.length,
      perhapsOwners: owners.unknown.length,
      reaching: counts.filter(({ read, admin }) => read + admin > 0).length,
      perhapsReaching: counts.filter(({ read, admin, unknown }) => read + admin === 0 && unknown > 0).length,
      unread: joinSentences([facts.unknowns.whole('members'), facts.unknowns.whole('invites')]),
    },
    reach: reachOf(policy, facts),
    labelCoverage: labelCoverageOf(facts),
    grants: grantsOf(facts),
    groups: groupsOf(facts),
    findings: [...findings],
    unknowns: unknownsOf(facts),
  };
}
