import { describe, expect, it } from 'vitest';
import {
  extensions,
  type ListEndpoint,
  lists,
  reads,
  type SingleEndpoint,
} from '../../../src-main/segment/endpoints';
import { impatientClient, serve } from './scripted-server';

const permission = { roleId: 'r', roleName: 'Source Admin', resources: [{ id: 's', type: 'SOURCE' }] };
const label = { key: 'environment', value: 'prod' };
const metadata = {
  id: 'm',
  name: 'Kind',
  slug: 'kind',
  description: '',
  logos: { default: '' },
  options: [],
};

/** The list for a table of lists of different entries: which entries are the same does not matter here. */
function anyOf<Entry>({ path, key, entry, paginationOptional }: ListEndpoint<Entry>): ListEndpoint<unknown> {
  return { path, key, entry, ...(paginationOptional === undefined ? {} : { paginationOptional }) };
}

/** For each list: a whole entry, and the fields that it must have. */
const entries: [string, ListEndpoint<unknown>, object, string[]][] = [
  [
    'users',
    anyOf(lists.users),
    { id: 'u', name: '', email: 'e', permissions: [permission] },
    [
      'id',
      'name',
      'email',
      'permissions.0.roleId',
      'permissions.0.roleName',
      'permissions.0.resources',
      'permissions.0.resources.0.id',
      'permissions.0.resources.0.type',
    ],
  ],
  ['groups', anyOf(lists.groups), { id: 'g', name: 'G', memberCount: 1 }, ['id', 'name', 'memberCount']],
  ['group users', anyOf(lists.groupUsers), { id: 'u', name: '', email: 'e' }, ['id', 'name', 'email']],
  ['roles', anyOf(lists.roles), { id: 'r', name: 'R', description: '' }, ['id', 'name', 'description']],
  [
    'sources',
    anyOf(lists.sources),
    {
      id: 's',
      slug: 's',
      enabled: true,
      workspaceId: 'w',
      writeKeys: [],
      labels: [label],
      metadata: { ...metadata, categories: [], isCloudEventSource: false },
    },
    [
      'id',
      'slug',
      'enabled',
      'labels',
      'labels.0.key',
      'labels.0.value',
      'metadata',
      'metadata.name',
      'metadata.categories',
    ],
  ],
  [
    'destinations',
    anyOf(lists.destinations),
    { id: 'd', enabled: true, sourceId: 's', settings: {}, metadata },
    ['id', 'enabled', 'sourceId', 'metadata', 'metadata.name'],
  ],
  [
    'warehouses',
    anyOf(lists.warehouses),
    { id: 'w', enabled: true, workspaceId: 'w', settings: {}, metadata },
    ['id', 'enabled', 'settings', 'metadata', 'metadata.name', 'metadata.slug'],
  ],
  ['spaces', anyOf(lists.spaces), { id: 's', slug: 's', name: 'S' }, ['id', 'slug', 'name']],
  [
    'spaces with labels',
    anyOf(extensions.spaces),
    { id: 's', slug: 's', name: 'S', labels: [label] },
    ['id', 'labels'],
  ],
  ['tracking plans', anyOf(lists.trackingPlans), { id: 't', type: 'LIVE' }, ['id', 'type']],
  [
    'audit events',
    anyOf(lists.auditEvents),
    {
      id: 'e',
      timestamp: 't',
      type: 'x',
      actor: 'a',
      resourceId: 'r',
      resourceType: 'user',
      resourceName: '',
    },
    ['id', 'timestamp', 'type', 'resourceId', 'resourceType'],
  ],
];

function without(value: unknown, path: string[]): unknown {
  const [head = '', ...rest] = path;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === head ? without(each, rest) : each));
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== head || rest.length > 0)
      .map(([key, each]) => [key, key === head ? without(each, rest) : each]),
  );
}

async function answered(data: object) {
  const server = await serve(() => ({ body: { data } }));
  return impatientClient(server.url).client;
}

describe.each(entries)('the list of %s', (_title, list, entry, fields) => {
  const data = (first: unknown) => ({ [list.key]: [entry, first], pagination: { current: '1' } });

  it('takes fields that nobody knows', async () => {
    const client = await answered(data({ ...entry, id: 'other', brandNew: { deep: [1] } }));
    expect((await client.list(list, { path: { groupId: 'g' } })).entries).toHaveLength(2);
  });

  it.each(fields)('says where `%s` is missing', async (field) => {
    const client = await answered(data(without(entry, field.split('.'))));
    await expect(client.list(list, { path: { groupId: 'g' } })).rejects.toMatchObject({
      kind: 'badShape',
      message: `The answer to GET ${list.path} does not fit: \`data.${list.key}.1.${field}\` is missing.`,
      details: { endpoint: `GET ${list.path}`, field: `data.${list.key}.1.${field}` },
      failure: { code: 'badAnswer' },
    });
  });

  it('says where the list or its pagination is missing', async () => {
    await expect(
      (await answered({ pagination: { current: '1' } })).list(list, { path: { groupId: 'g' } }),
    ).rejects.toMatchObject({
      details: { field: `data.${list.key}` },
    });
    if (list.paginationOptional === true) return;
    await expect(
      (await answered({ [list.key]: [] })).list(list, { path: { groupId: 'g' } }),
    ).rejects.toMatchObject({
      details: { field: 'data.pagination' },
    });
  });
});

const singles: [string, SingleEndpoint<unknown>, object, string[]][] = [
  [
    'workspace',
    reads.workspace,
    { workspace: { id: 'w', slug: 's', name: 'n' } },
    ['workspace', 'workspace.id', 'workspace.slug', 'workspace.name'],
  ],
  ['user', reads.user, { user: { id: 'u', name: '', email: 'e' } }, ['user', 'user.email']],
  [
    'group',
    reads.group,
    { userGroup: { id: 'g', name: 'G', memberCount: 0 } },
    ['userGroup', 'userGroup.memberCount'],
  ],
  ['labels', reads.labels, { labels: [label] }, ['labels', 'labels.0.key', 'labels.0.value']],
  [
    'extension',
    extensions.workspace,
    {
      workspace: { id: 'w', plan: 'free', hipaaEligible: false },
      token: { id: 't', role: 'Owner', createdBy: 'e' },
    },
    ['workspace.plan', 'workspace.hipaaEligible', 'token.role'],
  ],
  [
    'tokens',
    extensions.tokens,
    {
      tokens: [{ id: 't', description: 'd', role: 'Member', type: 'x', createdBy: 'e', createdAt: 'c' }],
    },
    ['tokens', 'tokens.0.role'],
  ],
];

describe.each(singles)('the answer with the %s', (_title, endpoint, data, fields) => {
  it.each(fields)('says where `%s` is missing', async (field) => {
    const client = await answered(Object(without(data, field.split('.'))));
    await expect(client.read(endpoint, { path: { userId: 'u', groupId: 'g' } })).rejects.toMatchObject({
      kind: 'badShape',
      details: { endpoint: `GET ${endpoint.path}`, field: `data.${field}` },
    });
  });
});

it('a secret in a list of tokens is not taken over', async () => {
  const token = {
    id: 't',
    description: 'd',
    role: 'Owner',
    type: 'x',
    createdBy: 'e',
    createdAt: 'c',
    secret: 's3cret',
  };
  const client = await answered({ tokens: [token] });
  expect(JSON.stringify(await client.read(extensions.tokens))).not.toContain('s3cret');
});

it('write keys and settings of sources are not taken over', async () => {
  const source = { id: 's', slug: 's', enabled: true, labels: [], metadata: { name: 'n', categories: [] } };
  const client = await answered({
    sources: [{ ...source, writeKeys: ['wk-secret'], settings: { password: 'pw-secret' } }],
    pagination: { current: '1' },
  });
  expect(JSON.stringify(await client.list(lists.sources))).not.toContain('secret');
});

it.each([
  ['an array', '[]'],
  ['nothing', ''],
  ['no data', '{}'],
  ['data that is no object', '{"data":7}'],
  ['errors with 200', '{"errors":[{"type":"x"}]}'],
])('an answer that is not the envelope is refused: %s', async (_title, body) => {
  const server = await serve(() => ({ body }));
  const { client } = impatientClient(server.url);
  await expect(client.read(reads.workspace)).rejects.toMatchObject({ kind: 'badAnswer' });
});

it('tells every field of a validation answer', async () => {
  const server = await serve(() => ({
    status: 422,
    body: {
      errors: [
        { type: 'v', field: 'a.b', message: 'is bad' },
        { type: 'v', field: 'c', message: 'is worse' },
      ],
    },
  }));
  await expect(impatientClient(server.url).client.read(reads.labels)).rejects.toMatchObject({
    kind: 'validation',
    details: { field: 'a.b', status: 422 },
    message: 'GET /labels: the server did not accept the request (422): “a.b: is bad; c: is worse”.',
  });
});
