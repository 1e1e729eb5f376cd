import { execFileSync } from 'node:child_process';
import { type Grant, grantableTypeSchema, type Snapshot } from '@contract/snapshot';
import {
  IAMGroupsApi,
  IAMRolesApi,
  IAMUsersApi,
  LabelsApi,
  type PermissionV1,
  SourcesApi,
  unwrap,
} from '@segment/public-api-sdk-typescript';
import { z } from 'zod';
import { buildSnapshot } from '../fixtures/snapshot';
import { root } from './launch';

const PAGE = 200;

function grantsOf(permissions: readonly PermissionV1[] = []): Grant[] {
  return permissions.flatMap(({ roleId, roleName, resources, labels }) =>
    resources.map(({ type, id, labels: own }): Grant => {
      const kind = grantableTypeSchema.safeParse(String(type));
      if (kind.success) {
        return { roleId, roleName, scope: { kind: 'list', resources: [{ type: kind.data, id }] } };
      }
      const named = (own ?? labels ?? []).map(({ key, value }) => ({ key, value }));
      return {
        roleId,
        roleName,
        scope: named.length === 0 ? { kind: 'all' } : { kind: 'labels', labels: named },
      };
    }),
  );
}

/** Every entry of a list of the API, over all its pages. */
async function whole<Entry>(
  list: (cursor: string) => Promise<{ entries: Entry[]; next: string | null | undefined }>,
): Promise<Entry[]> {
  const all: Entry[] = [];
  let cursor: string | null | undefined = 'MA==';
  while (cursor) {
    const { entries, next }: { entries: Entry[]; next: string | null | undefined } = await list(cursor);
    all.push(...entries);
    cursor = next;
  }
  return all;
}

/**
 * What the official SDK reads of a workspace: members, invites, groups, roles, labels and
 * sources. Nothing of Gatehouse takes part; its model of a workspace is only the form.
 */
export async function readWithSdk(url: string, token: string): Promise<Snapshot> {
  const users = new IAMUsersApi(url);
  const groups = new IAMGroupsApi(url);
  const roles = new IAMRolesApi(url);
  const labels = new LabelsApi(url);
  const sources = new SourcesApi(url);
  for (const api of [users, groups, roles, labels, sources]) api.accessToken = token;

  const people = await whole(async (cursor) => {
    const page = await unwrap(users.listUsers({ count: PAGE, cursor }));
    return { entries: page.users, next: page.pagination.next };
  });
  const members: Snapshot['members'] = [];
  for (const { id, name, email } of people) {
    const { user } = await unwrap(users.getUser(id));
    members.push({ id, name, email, grants: grantsOf(user.permissions) });
  }
  const teams: Snapshot['groups'] = [];
  for (const { id, name } of (await unwrap(groups.listUserGroups({ count: PAGE }))).userGroups) {
    const { userGroup } = await unwrap(groups.getUserGroup(id));
    const inIt = (await unwrap(groups.listUsersFromUserGroup(id, { count: PAGE }))).users;
    teams.push({
      id,
      name,
      memberCount: inIt.length,
      memberIds: inIt.map((user) => user.id),
      invitedEmails: null,
      grants: grantsOf(userGroup.permissions),
    });
  }
  const worn = await whole(async (cursor) => {
    const page = await unwrap(sources.listSources({ count: PAGE, cursor }));
    return { entries: page.sources, next: page.pagination.next };
  });
  const known = await unwrap(roles.listRoles({ count: PAGE }));
  return buildSnapshot({
    members,
    groups: teams,
    invites: (await unwrap(users.listInvites({ count: PAGE }))).invites.map((email) => ({ email })),
    roles: known.roles.map(({ id, name, description }) => ({ id, name, description })),
    labels: (await unwrap(labels.listLabels())).labels.map(({ key, value }) => ({ key, value })),
    resources: worn.map((source) => ({
      type: 'SOURCE' as const,
      id: source.id,
      name: source.name ?? '',
      enabled: source.enabled,
      labels: source.labels.map(({ key, value }) => ({ key, value })),
      catalogName: source.metadata.name,
      categories: source.metadata.categories,
    })),
  });
}

/**
 * What differs between two readings: a line for each pair of a member and a source whose certain
 * level is another one. The naive oracle of the tests says so, in a process of its own.
 */
export function changedLevels(before: Snapshot, after: Snapshot): string[] {
  const answer = execFileSync(process.execPath, ['--import', 'tsx', 'test/e2e/changed-levels.ts'], {
    cwd: root,
    input: JSON.stringify([before, after]),
    maxBuffer: 64 * 1024 * 1024,
    encoding: 'utf8',
  });
  return z.array(z.string()).parse(JSON.parse(answer));
}
