import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asker, dataOf, errorsOf, fieldsOf, start } from './running-sandbox';

const ADA = 'ada.lindqvist@northwind.example';
const MEI_LING = 'mei-ling.castellanos@northwind.example';
const BONGANI = 'bongani.vasquez@northwind.example';
const JONAS = 'jonas.adeyemi@northwind.example';
const KENJI = 'Kenji.Mori@northwind.example';

const groupSchema = z.object({
  userGroup: z.object({ id: z.string(), name: z.string(), memberCount: z.number() }),
});

async function emptyGroup(asker: Asker): Promise<string> {
  const made = await asker.ask('POST', '/groups', { body: { name: 'Empty' } });
  return dataOf(made, groupSchema).userGroup.id;
}

async function peopleIn(asker: Asker, group: string) {
  const users = z.object({ users: z.array(z.object({ email: z.string() })) });
  const invites = z.object({ emails: z.array(z.string()) });
  return {
    users: dataOf(await asker.get(`/groups/${group}/users`), users).users.map((user) => user.email),
    invites: dataOf(await asker.get(`/groups/${group}/invites`), invites).emails,
  };
}

async function invited(asker: Asker): Promise<string[]> {
  return dataOf(await asker.get('/invites'), z.object({ invites: z.array(z.string()) })).invites;
}

describe('invites', () => {
  it('are made for new addresses and shown as such', async () => {
    const asker = await start();
    const roleId = await asker.role('Source Read-only');
    const made = await asker.ask('POST', '/invites', {
      body: {
        invites: [
          { email: 'plain@x.example' },
          {
            email: 'New+alias@x.example',
            permissions: [{ roleId, labels: [{ key: 'brand', value: 'fjord' }] }],
          },
        ],
      },
    });
    expect(made.status).toBe(201);
    expect(dataOf(made, z.object({ emails: z.array(z.string()) })).emails).toEqual([
      'plain@x.example',
      'New+alias@x.example',
    ]);
    expect(await invited(asker)).toContain('New+alias@x.example');
  });

  it.each([JONAS, JONAS.toUpperCase(), KENJI, KENJI.toLowerCase()])(
    'are refused for %s, all of them',
    async (email) => {
      const asker = await start();
      const answer = await asker.ask('POST', '/invites', {
        body: { invites: [{ email: 'x@y.example' }, { email }] },
      });
      expect(answer.status).toBe(409);
      expect(await invited(asker)).toHaveLength(6);
    },
  );

  it('name every bad permission', async () => {
    const asker = await start();
    const roleId = await asker.role('Tracking Plan Admin');
    const [source] = await asker.ids('/sources', 'sources');
    const answer = await asker.ask('POST', '/invites', {
      body: {
        invites: [
          { email: 'a@y.example', permissions: [{ roleId: 'none' }] },
          { email: 'b@y.example', permissions: [{ roleId, labels: [{ key: 'brand', value: 'fjord' }] }] },
        ],
      },
    });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['invites.0.permissions.0.roleId', 'invites.1.permissions.0.labels']);
    const both = [
      { roleId, resources: [{ id: source, type: 'SOURCE' }], labels: [{ key: 'a', value: 'b' }] },
    ];
    const mixed = await asker.ask('POST', '/invites', {
      body: { invites: [{ email: 'c@y.example', permissions: both }] },
    });
    expect(fieldsOf(mixed)).toEqual(['invites.0.permissions.0.labels']);
    const twice = await asker.ask('POST', '/invites', {
      body: { invites: [{ email: 'd@y.example' }, { email: 'D@y.example' }] },
    });
    expect(twice.status).toBe(422);
    expect(fieldsOf(twice)).toEqual(['invites.1.email']);
    expect((await asker.ask('POST', '/invites', { body: { invites: [] } })).status).toBe(422);
  });

  it('are taken back together with their places in groups, all or none', async () => {
    const asker = await start();
    const [everyone = ''] = await asker.ids('/groups', 'userGroups');
    expect((await peopleIn(asker, everyone)).invites).toContain(KENJI);
    const query = (...emails: string[]) =>
      emails.map((email, i) => `emails.${i}=${encodeURIComponent(email)}`).join('&');
    const unknown = await asker.ask('DELETE', `/invites?${query(KENJI, 'nobody@x.example', JONAS)}`);
    expect(unknown.status).toBe(404);
    expect(errorsOf(unknown)).toHaveLength(2);
    expect(await invited(asker)).toContain(KENJI);
    expect((await asker.ask('DELETE', `/invites?${query(KENJI.toLowerCase())}`)).status).toBe(200);
    expect(await invited(asker)).not.toContain(KENJI);
    expect((await peopleIn(asker, everyone)).invites).not.toContain(KENJI);
  });
});

describe('groups', () => {
  it.each(['', '   ', 'x'.repeat(256)])('refuse the name `%s`', async (name) => {
    const asker = await start();
    const [group] = await asker.ids('/groups', 'userGroups');
    for (const answer of [
      await asker.ask('POST', '/groups', { body: { name } }),
      await asker.ask('PATCH', `/groups/${group}`, { body: { name } }),
    ]) {
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)).toEqual(['name']);
    }
  });

  it('take members and invites, by address in any case, and count both', async () => {
    const asker = await start();
    const group = await emptyGroup(asker);
    const added = await asker.ask('POST', `/groups/${group}/users`, {
      body: { emails: [JONAS.toUpperCase(), KENJI.toLowerCase(), JONAS] },
    });
    expect(dataOf(added, groupSchema).userGroup.memberCount).toBe(2);
    expect(await peopleIn(asker, group)).toEqual({ users: [JONAS], invites: [KENJI] });
  });

  it('refuse strangers and name each', async () => {
    const asker = await start();
    const group = await emptyGroup(asker);
    const body = { emails: ['a@x.example', JONAS, 'b@x.example'] };
    for (const [method, path] of [
      ['POST', `/groups/${group}/users`],
      ['PUT', `/group/${group}/users`],
    ] as const) {
      const answer = await asker.ask(method, path, { body });
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)).toEqual(['emails.0', 'emails.2']);
    }
    expect(await peopleIn(asker, group)).toEqual({ users: [], invites: [] });
  });

  it('are replaced whole and cleared by an empty list', async () => {
    const asker = await start();
    const group = await emptyGroup(asker);
    const path = `/group/${group}/users`;
    await asker.ask('PUT', path, { body: { emails: [JONAS, KENJI] } });
    await asker.ask('PUT', path, { body: { emails: [ADA, JONAS] } });
    expect((await peopleIn(asker, group)).users.sort()).toEqual([ADA, JONAS]);
    expect((await peopleIn(asker, group)).invites).toEqual([]);
    await asker.ask('PUT', path, { body: { emails: [] } });
    expect(await peopleIn(asker, group)).toEqual({ users: [], invites: [] });
  });

  it('lose the named people; who is not in the group is passed over, who is unknown is 404', async () => {
    const asker = await start();
    const group = await emptyGroup(asker);
    await asker.ask('PUT', `/group/${group}/users`, { body: { emails: [JONAS, ADA, KENJI] } });
    const remove = (...emails: string[]) =>
      asker.ask('DELETE', `/group/${group}/users?emails=${encodeURIComponent(JSON.stringify(emails))}`);
    expect((await remove(JONAS, 'x@y.example')).status).toBe(404);
    expect((await remove(JONAS, KENJI, MEI_LING)).status).toBe(200);
    expect(await peopleIn(asker, group)).toEqual({ users: [ADA], invites: [] });
    expect((await remove()).status).toBe(422);
  });

  it('leave their members in the workspace when they are deleted', async () => {
    const asker = await start();
    const group = await emptyGroup(asker);
    await asker.ask('PUT', `/group/${group}/users`, { body: { emails: [JONAS] } });
    expect((await asker.ask('DELETE', `/groups/${group}`)).status).toBe(200);
    expect((await asker.get(`/groups/${group}`)).status).toBe(404);
    expect(await asker.userId(JONAS)).toBeTruthy();
  });
});

describe('members', () => {
  it('leave the workspace and all groups, all of those named or none', async () => {
    const asker = await start();
    const jonas = await asker.userId(JONAS);
    const [group] = (await asker.ids(`/users/${jonas}/groups`, 'groups')).slice(0, 1);
    expect((await asker.ask('DELETE', `/users?userIds.0=${jonas}&userIds.1=nobody`)).status).toBe(404);
    expect((await asker.get(`/users/${jonas}`)).status).toBe(200);
    expect((await asker.ask('DELETE', `/users?userIds.0=${jonas}`)).status).toBe(200);
    expect((await asker.get(`/users/${jonas}`)).status).toBe(404);
    expect((await peopleIn(asker, group ?? '')).users).not.toContain(JONAS);
    expect((await asker.ask('DELETE', '/users')).status).toBe(422);
    const again = await asker.ask('POST', '/invites', { body: { invites: [{ email: JONAS }] } });
    expect(again.status).toBe(201);
  });
});

describe('the last Workspace Owner', () => {
  async function owners(asker: Asker) {
    const ids = await Promise.all([ADA, MEI_LING, BONGANI].map((email) => asker.userId(email)));
    const [ada = '', ...others] = ids;
    return { ada, others };
  }

  it('cannot be removed, nor lose the role', async () => {
    const asker = await start();
    const { ada, others } = await owners(asker);
    const query = [ada, ...others].map((id) => `userIds=${id}`).join('&');
    expect((await asker.ask('DELETE', `/users?${query}`)).status).toBe(409);
    expect((await asker.ask('DELETE', `/users?userIds=${others[0]}&userIds=${others[1]}`)).status).toBe(200);
    expect((await asker.ask('DELETE', `/users?userIds=${ada}`)).status).toBe(409);
    const none = await asker.ask('PUT', `/users/${ada}/permissions`, { body: { permissions: [] } });
    expect(none.status).toBe(409);
  });

  it('may be so through a group, which then cannot be taken away', async () => {
    const asker = await start();
    const { ada, others } = await owners(asker);
    const group = await emptyGroup(asker);
    const owner = {
      roleId: await asker.role('Workspace Owner'),
      resources: [{ id: asker.workspace().id, type: 'WORKSPACE' }],
    };
    await asker.ask('PUT', `/groups/${group}/permissions`, { body: { permissions: [owner] } });
    await asker.ask('PUT', `/group/${group}/users`, { body: { emails: [JONAS] } });
    const query = [ada, ...others].map((id) => `userIds=${id}`).join('&');
    expect((await asker.ask('DELETE', `/users?${query}`)).status).toBe(200);

    const jonas = await asker.userId(JONAS);
    const attempts = [
      asker.ask('DELETE', `/users?userIds=${jonas}`),
      asker.ask('DELETE', `/groups/${group}`),
      asker.ask('PUT', `/groups/${group}/permissions`, { body: { permissions: [] } }),
      asker.ask('PUT', `/group/${group}/users`, { body: { emails: [] } }),
      asker.ask('DELETE', `/group/${group}/users?emails=${encodeURIComponent(JONAS)}`),
    ];
    for (const answer of await Promise.all(attempts)) expect(answer.status).toBe(409);
    expect(await peopleIn(asker, group)).toEqual({ users: [JONAS], invites: [] });
  });
});

describe('sources and warehouses', () => {
  it('are connected once and disconnected once', async () => {
    const asker = await start();
    const [warehouse] = await asker.ids('/warehouses', 'warehouses');
    const connected = await asker.ids(`/warehouses/${warehouse}/connected-sources`, 'sources');
    const source = (await asker.ids('/sources', 'sources')).find((id) => !connected.includes(id));
    const path = `/warehouses/${warehouse}/connected-sources/${source}`;
    expect((await asker.ask('DELETE', path)).status).toBe(404);
    expect((await asker.ask('POST', path)).status).toBe(201);
    expect((await asker.ask('POST', path)).status).toBe(201);
    expect(await asker.ids(`/sources/${source}/connected-warehouses`, 'warehouses')).toContain(warehouse);
    expect((await asker.ask('DELETE', path)).status).toBe(200);
    expect(await asker.ids(`/warehouses/${warehouse}/connected-sources`, 'sources')).toEqual(connected);
    expect((await asker.ask('POST', `/warehouses/${warehouse}/connected-sources/none`)).status).toBe(404);
  });
});
