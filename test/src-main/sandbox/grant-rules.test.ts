import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DELETED_SOURCE_ID } from '../../../src-main/sandbox/demo/edge-cases';
import { type Asker, type DemoName, dataOf, fieldsOf, start } from './running-sandbox';

const resourceSchema = z.object({
  id: z.string(),
  type: z.string(),
  labels: z.array(z.looseObject({ key: z.string(), value: z.string() })).optional(),
});
const permissionSchema = z.looseObject({
  roleId: z.string(),
  roleName: z.string(),
  resources: z.array(resourceSchema),
});
const writtenSchema = z.object({ permissions: z.array(permissionSchema) });
const userSchema = z.object({ user: z.object({ permissions: z.array(permissionSchema) }) });

const JONAS = 'jonas.adeyemi@northwind.example';

/** A member of the workspace whose permissions are about to be written. */
async function subject(asker: Asker, workspace: DemoName = 'northwind', email = JONAS) {
  const path = `/users/${await asker.userId(email, { workspace })}`;
  return {
    all: (roleId: string, labels: string[] = []) => ({
      roleId,
      resources: [
        {
          id: asker.workspace(workspace).id,
          type: 'WORKSPACE',
          labels: labels.map((text) => ({ key: text.split(':')[0], value: text.split(':')[1] })),
        },
      ],
    }),
    write: (method: 'POST' | 'PUT', ...permissions: object[]) =>
      asker.ask(method, `${path}/permissions`, { workspace, body: { permissions } }),
    read: async () => dataOf(await asker.get(path, { workspace }), userSchema).user.permissions,
  };
}

const listPaths = {
  SOURCE: ['/sources', 'sources'],
  SPACE: ['/spaces', 'spaces'],
  WAREHOUSE: ['/warehouses', 'warehouses'],
  FUNCTION: ['/functions?resourceType=SOURCE', 'functions'],
} as const;
type ListType = keyof typeof listPaths;

async function someOf(asker: Asker, type: ListType, count = 2) {
  const [path, name] = listPaths[type];
  return (await asker.ids(path, name)).slice(0, count).map((id) => ({ id, type }));
}

describe('the scopes that a role takes', () => {
  const roles: ReadonlyArray<readonly [string, ListType | null, boolean]> = [
    ['Workspace Owner', null, false],
    ['Workspace Member', null, false],
    ['Minimal Workspace Access', null, false],
    ['Source Admin', 'SOURCE', true],
    ['Source Read-only', 'SOURCE', true],
    ['Unify and Engage Admin', 'SPACE', true],
    ['Unify and Engage Read-only', 'SPACE', true],
    ['Unify Read-only, Engage User', 'SPACE', true],
    ['Function Admin', 'FUNCTION', false],
    ['Functions Read-only', 'FUNCTION', false],
    ['Tracking Plan Admin', null, false],
    ['Tracking Plan Read-only', null, false],
    ['Warehouse Destination Admin', 'WAREHOUSE', false],
    ['Warehouse Destination Read-only', 'WAREHOUSE', false],
    ['End User Privacy Admin', null, false],
    ['Identity Admin', null, false],
    ['Entities Admin', null, false],
    ['Entities Read-only', null, false],
    ['PII Access', null, false],
    ['Northwind Data Steward', null, false],
  ];

  it('are tried for every role of the workspace', async () => {
    const shape = z.object({ roles: z.array(z.object({ name: z.string() })) });
    const names = dataOf(await (await start()).get('/roles'), shape).roles.map((role) => role.name);
    expect(names.sort()).toEqual(roles.map(([name]) => name).sort());
  });

  it.each(roles)('%s: a list of %s, labels %s', async (name, listType, labels) => {
    const asker = await start();
    const { all, write } = await subject(asker);
    const roleId = await asker.role(name);
    expect((await write('POST', all(roleId))).status).toBe(200);
    expect((await write('POST', all(roleId, ['brand:fjord', 'region:emea']))).status).toBe(
      labels ? 200 : 422,
    );
    for (const type of ['SOURCE', 'SPACE', 'WAREHOUSE', 'FUNCTION'] as const) {
      const answer = await write('POST', { roleId, resources: await someOf(asker, type) });
      expect(answer.status, type).toBe(type === listType ? 200 : 422);
    }
  });
});

describe('a permission', () => {
  it('is refused with every bad field named', async () => {
    const asker = await start();
    const { all, write } = await subject(asker);
    const roleId = await asker.role('Source Admin');
    const [source] = await someOf(asker, 'SOURCE', 1);
    const answer = await write(
      'PUT',
      all('no-such-role'),
      { roleId, resources: [] },
      { roleId, resources: [source, { id: asker.workspace().id, type: 'WORKSPACE' }] },
      { roleId, resources: [{ id: 'other', type: 'WORKSPACE' }] },
      { roleId, resources: [source, { id: 'gone', type: 'SOURCE' }] },
      { roleId, resources: [{ ...source, labels: [{ key: 'brand', value: 'fjord' }] }] },
      all(roleId, ['brand:nothing']),
      all(roleId, ['brand:fjord', 'brand:ember']),
    );
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual([
      'permissions.0.roleId',
      'permissions.1.resources',
      'permissions.2.resources',
      'permissions.3.resources.0.id',
      'permissions.4.resources.1.id',
      'permissions.5.resources.0.labels',
      'permissions.6.resources.0.labels.0',
      'permissions.7.resources.0.labels.1',
    ]);
  });

  it('cannot be on a destination or a tracking plan', async () => {
    const asker = await start();
    const { write } = await subject(asker);
    const roleId = await asker.role('Source Admin');
    for (const type of ['DESTINATION', 'TRACKING_PLAN']) {
      const answer = await write('POST', { roleId, resources: [{ id: 'x', type }] });
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)).toEqual(['permissions.0.resources.0.type']);
    }
  });

  it('shows labels in the WORKSPACE resource, with their descriptions', async () => {
    const asker = await start();
    const { all, write, read } = await subject(asker);
    const roleId = await asker.role('Source Read-only');
    const answer = await write('PUT', all(roleId, ['product:shop', 'brand:fjord']));
    const [written] = dataOf(answer, writtenSchema).permissions;
    expect(written).toMatchObject({
      roleName: 'Source Read-only',
      subjectType: 'user',
      policyId: expect.any(String),
    });
    expect(await read()).toEqual([
      {
        roleId,
        roleName: 'Source Read-only',
        resources: [
          {
            id: asker.workspace().id,
            type: 'WORKSPACE',
            labels: [
              { key: 'product', value: 'shop', description: 'The shop and its checkout' },
              { key: 'brand', value: 'fjord' },
            ],
          },
        ],
      },
    ]);
  });

  it('that is held already is not doubled, whatever the order of its labels and resources', async () => {
    const asker = await start();
    const { all, write, read } = await subject(asker);
    const roleId = await asker.role('Source Admin');
    const sources = await someOf(asker, 'SOURCE', 3);
    await write('PUT', all(roleId, ['brand:fjord', 'region:emea']), { roleId, resources: sources });
    const held = await read();
    const answer = await write(
      'POST',
      all(roleId, ['region:emea', 'brand:fjord']),
      { roleId, resources: [...sources].reverse() },
      { roleId, resources: [...sources, ...sources] },
      all(roleId),
    );
    expect(dataOf(answer, writtenSchema).permissions).toHaveLength(3);
    expect(await read()).toEqual([...held, expect.objectContaining({ roleId })]);
  });

  it('may be taken away until nothing is left, and several add up', async () => {
    const asker = await start();
    const { all, write, read } = await subject(asker);
    const roleId = await asker.role('Source Admin');
    await write('PUT', all(roleId, ['brand:fjord']), all(roleId, ['brand:ember']));
    expect(await read()).toHaveLength(2);
    expect((await write('PUT')).status).toBe(200);
    expect(await read()).toEqual([]);
  });

  it('that lists a deleted source passes while it is held, and is refused anew', async () => {
    const asker = await start();
    const dario = await subject(asker, 'northwind', 'dario.halcyon@northwind.example');
    const [held] = await dario.read();
    expect(held?.resources.map((resource) => resource.id)).toContain(DELETED_SOURCE_ID);
    const again = { roleId: held?.roleId, resources: held?.resources };
    const roleId = await asker.role('PII Access');
    expect((await dario.write('PUT', again, dario.all(roleId))).status).toBe(200);
    expect(await dario.read()).toHaveLength(2);
    const jonas = await subject(asker);
    expect((await jonas.write('POST', again)).status).toBe(422);
  });
});

describe('permissions of groups', () => {
  it('follow the same rules', async () => {
    const asker = await start();
    const [group] = await asker.ids('/groups', 'userGroups');
    const roleId = await asker.role('Tracking Plan Admin');
    const path = `/groups/${group}/permissions`;
    const all = { roleId, resources: [{ id: asker.workspace().id, type: 'WORKSPACE' }] };
    const put = await asker.ask('PUT', path, { body: { permissions: [all, all] } });
    const { permissions } = dataOf(put, writtenSchema);
    expect(permissions).toHaveLength(1);
    expect(permissions[0]).toMatchObject({ subjectId: group, subjectType: 'group' });
    const plan = { roleId, resources: [{ id: 'tp_x', type: 'SOURCE' }] };
    expect((await asker.ask('POST', path, { body: { permissions: [plan] } })).status).toBe(422);
    expect((await asker.ask('PUT', '/groups/nobody/permissions', { body: { permissions: [] } })).status).toBe(
      404,
    );
  });
});

describe('the Free plan', () => {
  const workspace = 'foxglove-studio';
  const jun = 'jun@foxglove-studio.example';

  it('grants Workspace Owner and Source Admin only', async () => {
    const asker = await start();
    const { all, write } = await subject(asker, workspace, jun);
    const expected = {
      'Workspace Owner': 200,
      'Source Admin': 200,
      'Workspace Member': 200, // Jun holds it already: what is held passes.
      'Function Admin': 422,
      'Function Read-only': 422,
    };
    for (const [name, status] of Object.entries(expected)) {
      const roleId = await asker.role(name, { workspace });
      expect((await write('POST', all(roleId))).status, name).toBe(status);
    }
  });

  it('has no grants by label', async () => {
    const asker = await start();
    const { all, write } = await subject(asker, workspace, jun);
    const roleId = await asker.role('Source Admin', { workspace });
    const answer = await write('POST', all(roleId, ['environment:prod']));
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['permissions.0.resources.0.labels']);
  });

  it.each([
    ['/groups', 404],
    ['/groups/x', 404],
    ['/groups/x/users', 404],
    ['/users/x/groups', 404],
    ['/spaces', 404],
    ['/spaces/x', 404],
    ['/audit-events', 404],
    ['/gatehouse/spaces', 404],
    ['/functions?resourceType=SOURCE', 422],
    ['/tracking-plans', 422],
  ])('has no %s: %i', async (path, status) => {
    expect((await (await start()).get(path, { workspace })).status).toBe(status);
  });
});
