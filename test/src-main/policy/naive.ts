import type { Grant, Group, Member, Resource, Snapshot } from '@contract/snapshot';
import { findRole, takesScope } from '../../../src-main/policy/catalogue/catalogue';

/**
 * The levels of SPEC, straight from its rules and from the snapshot: no
 * numbers, no sharing, every grant asked for every cell. For comparison only.
 */

const text = ({ key, value }: { key: string; value: string }) => `${key}:${value}`;
const CODE = { none: 0, read: 1, admin: 3 } as const;

/** 0 not at all, 1 perhaps, 2 contested, 3 certain: R4 to R9, R27 to R29, R33, R35, R36. */
function reach(grant: Grant, among: readonly Grant[], resource: Resource, snapshot: Snapshot): number {
  const role = findRole(grant.roleName);
  if (role !== null && !role.kinds.has(resource.type)) return 0;
  if (role !== null && !takesScope(role, grant.scope)) return 1;
  const sure = role === null ? 1 : 3;
  const { scope } = grant;
  if (scope.kind === 'all') return sure;
  if (scope.kind === 'unknown') return 1;
  if (scope.kind === 'list') {
    const named = scope.resources.some(
      ({ type, id }) =>
        (type === resource.type && id === resource.id) ||
        (resource.type === 'DESTINATION' && type === 'SOURCE' && id === resource.sourceId),
    );
    if (named) return sure;
    if (role?.name.startsWith('Warehouse')) return 2;
    const noId = snapshot.unknowns.some(({ subject, id }) => subject === 'functions' && id === resource.id);
    return resource.type === 'FUNCTION' && noId ? 1 : 0;
  }
  const owner =
    resource.type === 'DESTINATION'
      ? snapshot.resources.find(({ type, id }) => type === 'SOURCE' && id === resource.sourceId)
      : resource;
  if (resource.type === 'DESTINATION' && owner === undefined) return 1;
  if (owner?.type !== 'SOURCE' && owner?.type !== 'SPACE') return 0;
  if (owner.labels === null) return 1;
  const worn = new Set(owner.labels.map(text));
  if (!scope.labels.every((each) => worn.has(text(each)))) return 0;
  const all = among
    .filter(({ roleName }) => (findRole(roleName)?.name ?? roleName) === (role?.name ?? grant.roleName))
    .flatMap((each) => (each.scope.kind === 'labels' ? each.scope.labels : []));
  return all.every((each) => worn.has(text(each))) ? sure : Math.min(sure, 2);
}

interface Held {
  readonly grant: Grant | null;
  readonly among: readonly Grant[];
  readonly doubtful: boolean;
}

function heldOf(grants: readonly Grant[] | null, doubtful: boolean): Held[] {
  if (grants === null) return [{ grant: null, among: [], doubtful: true }];
  return grants.map((grant) => ({ grant, among: grants, doubtful }));
}

function isIn(group: Group, member: Member): 'yes' | 'no' | 'perhaps' {
  if (group.memberIds === null) return group.memberCount > 0 ? 'perhaps' : 'no';
  return group.memberIds.includes(member.id) ? 'yes' : 'no';
}

function holdings(member: Member, snapshot: Snapshot): Held[] {
  const held = heldOf(member.grants, false);
  for (const group of snapshot.groups) {
    const membership = isIn(group, member);
    if (membership !== 'no') held.push(...heldOf(group.grants, membership === 'perhaps'));
  }
  const noGroups = snapshot.unknowns.some(({ subject, id }) => subject === 'groups' && id === undefined);
  return noGroups ? [...held, ...heldOf(null, true)] : held;
}

/** The cell of R60. */
export function naiveCell(member: Member, resource: Resource, snapshot: Snapshot): number {
  let cell = 0;
  let pii = 0;
  for (const { grant, among, doubtful } of holdings(member, snapshot)) {
    const role = grant === null ? null : findRole(grant.roleName);
    const reached = grant === null ? 1 : reach(grant, among, resource, snapshot);
    const strength = doubtful ? Math.min(reached, 1) : reached;
    const code = CODE[role === null ? 'admin' : role.level];
    if (strength >= 1) cell |= code << 2;
    if (strength >= 2) cell |= code;
    if (strength >= 3) cell |= code << 4;
    if (role === null) pii = Math.max(pii, 1);
    else if (role.pii !== 'none') pii = Math.max(pii, doubtful ? 1 : 2);
  }
  if (pii === 2 && (cell & 1) !== 0) cell |= 64;
  if (pii >= 1 && (cell & 4) !== 0) cell |= 128;
  return cell;
}
