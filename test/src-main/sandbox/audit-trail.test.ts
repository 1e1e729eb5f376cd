import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROUTES, EXTENSION_ROUTES } from '../../../src-main/sandbox/routes';
import { type Ask, type Asker, dataOf, fieldsOf, start } from './running-sandbox';

const START = Date.UTC(2026, 4, 4, 8, 30, 15, 600);
const JONAS = 'jonas.adeyemi@northwind.example';

const eventSchema = z.object({
  id: z.string().regex(/^events\/\d+$/),
  timestamp: z.string().regex(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\+00:00$/),
  type: z.string(),
  actor: z.string(),
  actorEmail: z.string(),
  resourceId: z.string(),
  resourceType: z.string(),
  resourceName: z.string(),
});
const pageSchema = z.object({
  events: z.array(eventSchema),
  pagination: z.object({ current: z.string(), next: z.string().optional() }),
});
type Event = z.infer<typeof eventSchema>;

async function eventsOf(asker: Asker, query: string): Promise<Event[]> {
  return dataOf(await asker.get(`/audit-events?pagination.count=1000&${query}`), pageSchema).events;
}

/** What was written to the trail by one request, newest first. */
async function eventsAfter(asker: Asker, run: () => Promise<{ status: number }>): Promise<Event[]> {
  const before = new Set((await eventsOf(asker, '')).map((event) => event.id));
  const { status } = await run();
  expect(status).toBeLessThan(300);
  return (await eventsOf(asker, '')).filter((event) => !before.has(event.id));
}

/** One request for each write, in an order in which they all succeed, and what its events must be about. */
async function writesOf(asker: Asker) {
  const [group = '', ghost = ''] = await asker.ids('/groups', 'userGroups');
  const [source = ''] = await asker.ids('/sources', 'sources');
  const [warehouse = ''] = await asker.ids('/warehouses', 'warehouses');
  const [space = ''] = await asker.ids('/spaces', 'spaces');
  const user = await asker.userId(JONAS);
  const roleId = await asker.role('Source Read-only');
  const permissions = { permissions: [{ roleId, resources: [{ id: source, type: 'SOURCE' }] }] };
  const label = { key: 'tier', value: 'gold' };
  const connection = `/warehouses/${warehouse}/connected-sources/${source}`;
  const write = (route: string, path: string, about: string, ask: Ask = {}) => ({ route, path, about, ask });
  return [
    write('POST /users/{userId}/permissions', `/users/${user}/permissions`, user, { body: permissions }),
    write('PUT /users/{userId}/permissions', `/users/${user}/permissions`, user, { body: permissions }),
    write('POST /groups', '/groups', '', { body: { name: 'Audited' } }),
    write('PATCH /groups/{userGroupId}', `/groups/${group}`, group, { body: { name: 'Renamed' } }),
    write('POST /groups/{userGroupId}/users', `/groups/${group}/users`, group, { body: { emails: [JONAS] } }),
    write('PUT /group/{userGroupId}/users', `/group/${group}/users`, group, { body: { emails: [JONAS] } }),
    write('DELETE /group/{userGroupId}/users', `/group/${group}/users?emails=${JONAS}`, group),
    write('POST /groups/{userGroupId}/permissions', `/groups/${group}/permissions`, group, {
      body: permissions,
    }),
    write('PUT /groups/{userGroupId}/permissions', `/groups/${group}/permissions`, group, {
      body: permissions,
    }),
    write('DELETE /groups/{userGroupId}', `/groups/${ghost}`, ghost),
    write('POST /invites', '/invites', 'x@y.example', { body: { invites: [{ email: 'x@y.example' }] } }),
    write('DELETE /invites', '/invites?emails=x%40y.example', 'x@y.example'),
    write('POST /labels', '/labels', 'tier:gold', { body: { label } }),
    write('POST /sources/{sourceId}/labels', `/sources/${source}/labels`, source, {
      body: { labels: [label] },
    }),
    write('PUT /sources/{sourceId}/labels', `/sources/${source}/labels`, source, { body: { labels: [] } }),
    write('DELETE /labels/{key}/{value}', '/labels/tier/gold', 'tier:gold'),
    write('POST /warehouses/{warehouseId}/connected-sources/{sourceId}', connection, warehouse),
    write('DELETE /warehouses/{warehouseId}/connected-sources/{sourceId}', connection, warehouse),
    write('DELETE /users', `/users?userIds=${user}`, user),
    write('POST /gatehouse/tokens', '/gatehouse/tokens', '', { body: { description: 'CI', role: 'Member' } }),
    write('DELETE /gatehouse/tokens/{tokenId}', `/gatehouse/tokens/${await memberTokenId(asker)}`, ''),
    write('POST /gatehouse/spaces/{spaceId}/labels', `/gatehouse/spaces/${space}/labels`, space, {
      body: { labels: [] },
    }),
    write('PUT /gatehouse/spaces/{spaceId}/labels', `/gatehouse/spaces/${space}/labels`, space, {
      body: { labels: [] },
    }),
  ];
}

/** The kinds of events that each write of `writesOf` causes there, sorted. */
const EVENT_TYPES: Readonly<Record<string, readonly string[]>> = {
  'POST /users/{userId}/permissions': ['Policy Created', 'User Policy Updated'],
  'PUT /users/{userId}/permissions': ['Policy Deleted'],
  'POST /groups': ['User Group Created'],
  'PATCH /groups/{userGroupId}': ['User Group Updated'],
  'POST /groups/{userGroupId}/users': ['Subjects Added to Group', 'User Added To User Group'],
  'PUT /group/{userGroupId}/users': ['Group Memberships Deleted', 'Subjects Added to Group'],
  'DELETE /group/{userGroupId}/users': ['Group Memberships Deleted', 'User Removed From User Group'],
  'POST /groups/{userGroupId}/permissions': ['Policy Created', 'User Group Policy Updated'],
  'PUT /groups/{userGroupId}/permissions': ['Policy Deleted'],
  'DELETE /groups/{userGroupId}': ['User Group Deleted'],
  'POST /invites': ['Non-Segment User Invited to Workspace'],
  'DELETE /invites': ['Invite Deleted'],
  'POST /labels': ['Label Created'],
  'POST /sources/{sourceId}/labels': ['Source Modified'],
  'PUT /sources/{sourceId}/labels': ['Source Modified'],
  'DELETE /labels/{key}/{value}': ['Label Deleted'],
  'POST /warehouses/{warehouseId}/connected-sources/{sourceId}': ['Storage Destination Modified'],
  'DELETE /warehouses/{warehouseId}/connected-sources/{sourceId}': ['Storage Destination Modified'],
  'DELETE /users': ['Group Memberships Deleted'],
  'POST /gatehouse/tokens': ['Public API Token Created'],
  'DELETE /gatehouse/tokens/{tokenId}': ['Public API Token Deleted'],
  'POST /gatehouse/spaces/{spaceId}/labels': ['Space Modified'],
  'PUT /gatehouse/spaces/{spaceId}/labels': ['Space Modified'],
};

async function memberTokenId(asker: Asker): Promise<string> {
  const shape = z.object({ token: z.object({ id: z.string() }) });
  return dataOf(await asker.get('/gatehouse/workspace', { as: 'member' }), shape).token.id;
}

describe('the audit trail', () => {
  it('gets at least one event of a declared name for every write, which finds what was written to', async () => {
    const asker = await start({ clock: () => START });
    const tried: string[] = [];
    for (const { route, path, about, ask } of await writesOf(asker)) {
      const [method = ''] = route.split(' ');
      const events = await eventsAfter(asker, () => asker.ask(method, path, ask));
      const declared = [...API_ROUTES, ...EXTENSION_ROUTES].find(
        (each) => `${each.method} ${each.path}` === route,
      );
      expect([...new Set(events.map((event) => event.type))].sort(), route).toEqual(EVENT_TYPES[route]);
      for (const event of events) expect(declared?.audit, route).toContain(event.type);
      if (about !== '')
        expect(
          events.map((event) => event.resourceId),
          route,
        ).toContain(about);
      tried.push(route);
    }
    const writes = [...API_ROUTES, ...EXTENSION_ROUTES].filter(
      (route) => route.method !== 'GET' && !route.path.endsWith('/faults'),
    );
    expect(tried.sort()).toEqual(writes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('writes time and actor as Segment does', async () => {
    const asker = await start({ clock: () => START });
    const [event] = await eventsAfter(asker, () =>
      asker.ask('POST', '/groups', { body: { name: 'Audited' } }),
    );
    expect(event).toMatchObject({
      timestamp: '2026-05-04 08:30:15+00:00',
      type: 'User Group Created',
      resourceType: 'user_group',
      resourceName: 'Audited',
      actorEmail: 'ada.lindqvist@northwind.example',
    });
    expect(event?.actor).toMatch(/^public-api-token\/tok_\w+$/);
  });

  it('tells invites of people with a Segment account apart', async () => {
    const asker = await start();
    const body = { invites: [{ email: 'rowan@foxglove-studio.example' }, { email: 'nobody@x.example' }] };
    const events = await eventsAfter(asker, () => asker.ask('POST', '/invites', { body }));
    expect(events.map((event) => [event.type, event.resourceId])).toEqual([
      ['Non-Segment User Invited to Workspace', 'nobody@x.example'],
      ['New Segment User Invited to Workspace', 'rowan@foxglove-studio.example'],
    ]);
  });

  it('finds the groups that a removed member or invite was in', async () => {
    const asker = await start();
    const user = await asker.userId(JONAS);
    const groups = await asker.ids(`/users/${user}/groups`, 'groups');
    const removed = await eventsAfter(asker, () => asker.ask('DELETE', `/users?userIds=${user}`));
    expect(removed.map((event) => event.resourceId).sort()).toEqual([user, ...groups].sort());
    const [everyone] = await asker.ids('/groups', 'userGroups');
    const query = 'emails=harriet.lund%40northwind.example';
    const uninvited = await eventsAfter(asker, () => asker.ask('DELETE', `/invites?${query}`));
    expect(uninvited.map((event) => event.resourceId)).toEqual(['harriet.lund@northwind.example', everyone]);
  });

  it('keeps nothing of a refused write', async () => {
    const asker = await start();
    const before = await eventsOf(asker, '');
    await asker.ask('POST', '/labels', { body: { label: { key: 'brand', value: 'fjord' } } });
    await asker.ask('POST', '/groups', { as: 'member', body: { name: 'x' } });
    expect(await eventsOf(asker, '')).toEqual(before);
  });

  it('filters by time, both ends included, in both forms of a time', async () => {
    let now = START;
    const asker = await start({ clock: () => now });
    for (let i = 0; i < 3; i += 1) {
      await asker.ask('POST', '/groups', { body: { name: `G${i}` } });
      now += 60_000;
    }
    const names = async (query: string) => (await eventsOf(asker, query)).map((event) => event.resourceName);
    expect(await names('startTime=2026-05-04T08:31:15Z')).toEqual(['G2', 'G1']);
    expect(await names('startTime=2026-05-04%2008:31:15%2B00:00')).toEqual(['G2', 'G1']);
    expect(await names('startTime=2026-05-04 08:31:15+00:00')).toEqual(['G2', 'G1']);
    expect(await names('startTime=2026-05-04T08:31:15.900Z&endTime=2026-05-04T08:31:15Z')).toEqual(['G1']);
    expect(await names('startTime=2026-05-04T08:31:16Z&endTime=2026-05-04T08:32:14Z')).toEqual([]);
    const wrong = await asker.get('/audit-events?startTime=x&endTime=2026-05-04');
    expect(fieldsOf(wrong)).toEqual(['startTime']);
  });

  it('filters by resource and by its type', async () => {
    const asker = await start();
    const user = await asker.userId(JONAS);
    const all = await eventsOf(asker, '');
    const groups = await eventsOf(asker, 'resourceType=user_group');
    expect(groups).toEqual(all.filter((event) => event.resourceType === 'user_group'));
    expect(groups.length).toBeGreaterThan(0);
    await asker.ask('PUT', `/users/${user}/permissions`, { body: { permissions: [] } });
    expect((await eventsOf(asker, `resourceId=${user}`))[0]).toMatchObject({
      type: 'Policy Deleted',
      resourceId: user,
    });
    expect(await eventsOf(asker, `resourceId=${user}&resourceType=source`)).toEqual([]);
  });

  it('is paged newest first, and new events do not shift the pages', async () => {
    const asker = await start();
    const whole = await eventsOf(asker, '');
    expect(whole.length).toBe(140);
    expect(whole.map((event) => event.timestamp)).toEqual(
      whole
        .map((event) => event.timestamp)
        .sort()
        .reverse(),
    );
    const seen: Event[] = [];
    let cursor: string | undefined = 'MA==';
    while (cursor !== undefined) {
      const path: string = `/audit-events?pagination.count=33&pagination.cursor=${encodeURIComponent(cursor)}`;
      const page: z.infer<typeof pageSchema> = dataOf(await asker.get(path), pageSchema);
      seen.push(...page.events);
      cursor = page.pagination.next;
      await asker.ask('POST', '/groups', { body: { name: 'meanwhile' } });
    }
    expect(seen).toEqual(whole);
  });

  it('forgets after 90 days', async () => {
    let now = START;
    const asker = await start({ clock: () => now });
    await asker.ask('POST', '/groups', { body: { name: 'Old' } });
    now += 90 * 86_400_000 - 1000;
    expect((await eventsOf(asker, '')).map((event) => event.resourceName)).toEqual(['Old']);
    now += 2000;
    expect(await eventsOf(asker, '')).toEqual([]);
  });
});
