import type { Change } from '@contract/changes';
import type { Grant, Snapshot } from '@contract/snapshot';
import type { WirePermission } from '../../src-main/segment/wire/permission';
import { grantsOf } from '../../src-main/snapshot/grants';
import type { FakeSegment } from './fake-segment';
import { type Permission, ROLE_NAMES } from './wire-values';

/** The fake's workspace as a sync would read it, without the sync. */
export function snapshotOf(fake: FakeSegment): Snapshot {
  const at = new Date(fake.now).toISOString();
  const label = (text: string) => ({ key: text.split(':')[0] ?? '', value: text.split(':')[1] ?? '' });
  const wire = (each: Permission): WirePermission => ({
    roleId: each.roleId,
    roleName: ROLE_NAMES[each.roleId] ?? each.roleId,
    resources: each.resources.map(({ id, type, labels }) => ({
      id,
      type,
      ...(labels === undefined ? {} : { labels: [...labels] }),
    })),
  });
  return {
    version: 1,
    workspace: { id: 'w1', slug: 'acme', name: 'Acme' },
    startedAt: at,
    completedAt: at,
    fullReadAt: at,
    fingerprint: '0'.repeat(64),
    beyondApi: { plan: 'business', hipaaEligible: null, actingToken: null, tokens: null },
    reads: [],
    members: [...fake.people.values()].map(({ id, name, email, permissions }) => ({
      id,
      name,
      email,
      grants: grantsOf(permissions.map(wire)),
    })),
    groups: [...fake.teams.values()].map(({ id, name, members, invited, permissions }) => ({
      id,
      name,
      memberCount: members.size,
      memberIds: [...members],
      invitedEmails: [...invited],
      grants: grantsOf(permissions.map(wire)),
    })),
    invites: [...fake.invites].map((email) => ({ email })),
    roles: Object.entries(ROLE_NAMES).map(([id, name]) => ({ id, name, description: '' })),
    labels: [...fake.labels].map(label),
    resources: [...fake.sources].map(([id, labels]) => ({
      type: 'SOURCE',
      id,
      name: id,
      slug: id,
      enabled: true,
      labels: [...labels].map(label),
      catalogName: 'Web',
      categories: [],
    })),
    unknowns: [],
  };
}

const at = <Entry>(entries: readonly Entry[], index: number): Entry => {
  const found = entries[index % entries.length];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
};

const USERS = ['u1', 'u2', 'u3'] as const;
const GROUPS = ['g1', 'g2', 'new:a'] as const;
const SOURCES = ['s1', 's2'] as const;
const LABELS = [
  { key: 'brand', value: 'a' },
  { key: 'brand', value: 'b' },
  { key: 'team', value: 'x' },
  { key: 'team', value: 'new' },
] as const;

function grantFrom(n: number): Grant {
  const roleId = n % 7 === 0 ? 'owner' : at(['sourceAdmin', 'sourceRead'], n);
  const roleName = ROLE_NAMES[roleId] ?? '';
  if (roleId === 'owner' || n % 3 === 0) return { roleId, roleName, scope: { kind: 'all' } };
  if (n % 3 === 1) {
    return { roleId, roleName, scope: { kind: 'list', resources: [{ type: 'SOURCE', id: at(SOURCES, n) }] } };
  }
  return { roleId, roleName, scope: { kind: 'labels', labels: [at(LABELS, n)] } };
}

/** One drafted change out of three numbers. */
export function changeFrom(base: Snapshot, [kind, a, b]: readonly [number, number, number]): Change {
  const holder =
    a % 2 === 0
      ? ({ kind: 'member', id: at(USERS, a >> 1) } as const)
      : ({ kind: 'group', id: at(GROUPS, a >> 1) } as const);
  const groupId = at(GROUPS, a);
  const resource = { type: 'SOURCE', id: at(SOURCES, a) } as const;
  switch (kind % 15) {
    case 0:
    case 1:
      return { kind: 'addGrant', holder, grant: grantFrom(b) };
    case 2: {
      const held =
        (holder.kind === 'member' ? base.members : base.groups).find(({ id }) => id === holder.id)?.grants ??
        [];
      return { kind: 'removeGrant', holder, grant: held.length === 0 ? grantFrom(b) : at(held, b) };
    }
    case 3:
      return { kind: 'setGrants', holder, grants: [grantFrom(b)] };
    case 4:
      return { kind: 'addToGroup', groupId, memberId: at(USERS, b) };
    case 5:
      return { kind: 'removeFromGroup', groupId, memberId: at(USERS, b) };
    case 6:
      return { kind: 'createGroup', groupId: 'new:a', name: at(['Analysts', 'Fresh'], b) };
    case 7:
      return { kind: 'renameGroup', groupId, name: at(['Renamed', 'Fresh'], b) };
    case 8:
      return { kind: 'deleteGroup', groupId };
    case 9:
      return { kind: 'createLabel', label: at(LABELS, 3) };
    case 10:
      return { kind: 'deleteLabel', label: at(LABELS, b) };
    case 11:
      return { kind: 'addLabel', resource, label: at(LABELS, b) };
    case 12:
      return { kind: 'removeLabel', resource, label: at(LABELS, b) };
    case 13:
      return b % 2 === 0
        ? { kind: 'invite', email: 'new@acme.example', grants: [grantFrom(b)] }
        : { kind: 'revokeInvite', email: 'i1@acme.example' };
    default:
      return { kind: 'removeMember', memberId: at(['u2', 'u3'], a) };
  }
}

/** Another admin changes the very thing that a request is about. */
function meddle(fake: FakeSegment, path: string, b: number): void {
  const [, area = '', id = '', part] = path.split('?')[0]?.split('/') ?? [];
  const permissions = [
    { roleId: at(['sourceAdmin', 'sourceRead'], b), resources: [{ id: at(SOURCES, b), type: 'SOURCE' }] },
  ];
  const email = `${at(USERS, b)}@acme.example`;
  const emails = encodeURIComponent(email);
  if (area === 'users' && id !== '') fake.foreign('POST', `/users/${id}/permissions`, { permissions });
  else if (area === 'users') fake.foreign('POST', `/users/${at(USERS, b)}/permissions`, { permissions });
  else if (area === 'group' || part === 'users') {
    if (b % 2 === 0) fake.foreign('POST', `/groups/${id}/users`, { emails: [email] });
    else fake.foreign('DELETE', `/group/${id}/users?emails=${emails}`, null);
  } else if (area === 'groups' && part === 'permissions') {
    fake.foreign('PUT', `/groups/${id}/permissions`, { permissions });
  } else if (area === 'groups' && id === '')
    fake.foreign('POST', '/groups', { name: at(['Analysts', 'Fresh'], b) });
  else if (area === 'groups') fake.foreign('PATCH', `/groups/${id}`, { name: at(['Theirs', 'Fresh'], b) });
  else if (area === 'sources') fake.foreign('PUT', `/sources/${id}/labels`, { labels: [at(LABELS, b % 3)] });
  else if (area === 'labels') fake.foreign('POST', '/labels', { label: at(LABELS, 3) });
  else fake.foreign('POST', '/invites', { invites: [{ email: 'new@acme.example' }] });
}

/** Another admin does something, out of three numbers; now and then to what the request at `path` is about. */
export function foreignAction(
  fake: FakeSegment,
  path: string,
  [kind, a, b]: readonly [number, number, number],
): void {
  if (kind >= 12) {
    meddle(fake, path, b);
    return;
  }
  const group = at(['g1', 'g2', 'g3'], a);
  const user = at(USERS, a);
  const email = `${at(USERS, b)}@acme.example`;
  const permission = {
    roleId: at(['sourceAdmin', 'sourceRead'], b),
    resources: [{ id: at(SOURCES, b), type: 'SOURCE' }],
  };
  switch (kind) {
    case 0:
      fake.foreign('POST', `/users/${user}/permissions`, { permissions: [permission] });
      break;
    case 1:
      fake.foreign('PUT', `/users/${user}/permissions`, { permissions: [permission] });
      break;
    case 2:
      fake.foreign('POST', `/groups/${group}/permissions`, { permissions: [permission] });
      break;
    case 3:
      fake.foreign('PUT', `/groups/${group}/permissions`, { permissions: [permission] });
      break;
    case 4:
      fake.foreign('POST', `/groups/${group}/users`, { emails: [email] });
      break;
    case 5:
      fake.foreign('DELETE', `/group/${group}/users?emails=${encodeURIComponent(email)}`, null);
      break;
    case 6:
      fake.foreign('POST', '/groups', { name: at(['Analysts', 'Fresh'], b) });
      break;
    case 7:
      fake.foreign('PATCH', `/groups/${group}`, { name: at(['Fresh', 'Theirs'], b) });
      break;
    case 8:
      fake.foreign('PUT', `/sources/${at(SOURCES, a)}/labels`, { labels: [at(LABELS, b % 3)] });
      break;
    case 9:
      fake.foreign('POST', '/labels', { label: at(LABELS, 3) });
      break;
    case 10:
      fake.foreign('POST', '/invites', { invites: [{ email: 'new@acme.example' }] });
      break;
    default:
      fake.foreign('DELETE', `/groups/${group}`, null);
  }
}
