import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asker, dataOf, errorsOf, fieldsOf, start } from './running-sandbox';

const tokenSchema = z.strictObject({
  id: z.string(),
  description: z.string(),
  role: z.enum(['Owner', 'Member']),
  type: z.string(),
  createdBy: z.string(),
  createdAt: z.iso.datetime(),
});
const createdSchema = z.strictObject({ token: tokenSchema, secret: z.string().min(20) });

async function tokens(asker: Asker) {
  return dataOf(await asker.get('/gatehouse/tokens'), z.strictObject({ tokens: z.array(tokenSchema) }))
    .tokens;
}

async function create(asker: Asker, role: 'Owner' | 'Member', token?: string) {
  const answer = await asker.ask('POST', '/gatehouse/tokens', {
    body: { description: 'Made by a test', role },
    ...(token === undefined ? {} : { token }),
  });
  expect(answer.status).toBe(201);
  return dataOf(answer, createdSchema);
}

describe('the acting token and its workspace', () => {
  it.each([
    ['northwind', 'business', false],
    ['maplecrest-clinics', 'business', true],
    ['foxglove-studio', 'free', false],
  ] as const)('are told for %s', async (name, plan, hipaaEligible) => {
    const asker = await start();
    for (const [as, role] of [
      ['owner', 'Owner'],
      ['member', 'Member'],
    ] as const) {
      const answer = await asker.get('/gatehouse/workspace', { workspace: name, as });
      expect(dataOf(answer, z.looseObject({}))).toEqual({
        workspace: {
          id: asker.workspace(name).id,
          slug: name,
          name: expect.any(String),
          plan,
          hipaaEligible,
        },
        token: {
          id: expect.stringMatching(/^tok_/),
          role,
          description: expect.any(String),
          createdBy: expect.stringContaining('@'),
        },
      });
    }
  });
});

describe('tokens', () => {
  it('are listed without secrets, the one in use among them', async () => {
    const asker = await start();
    const { ownerToken, memberToken } = asker.workspace();
    const answer = await asker.get('/gatehouse/tokens');
    expect(JSON.stringify(answer.json)).not.toContain(ownerToken);
    expect(JSON.stringify(answer.json)).not.toContain(memberToken);
    const acting = dataOf(
      await asker.get('/gatehouse/workspace'),
      z.object({ token: z.object({ id: z.string() }) }),
    ).token.id;
    expect((await tokens(asker)).map((token) => token.id)).toContain(acting);
  });

  it('work at once, with the rights of their role, and are shown as made by whoever made them', async () => {
    const asker = await start();
    const { token, secret } = await create(asker, 'Member');
    expect(token).toMatchObject({ type: 'Public API', createdBy: 'ada.lindqvist@northwind.example' });
    expect((await asker.get('/sources', { token: secret })).status).toBe(200);
    expect((await asker.get('/users', { token: secret })).status).toBe(401);
    expect((await asker.get('/users', { token: (await create(asker, 'Owner')).secret })).status).toBe(200);
    expect(JSON.stringify((await asker.get('/gatehouse/tokens')).json)).not.toContain(secret);
    expect(await tokens(asker)).toHaveLength(6);
  });

  it('stop working at once when they are revoked', async () => {
    const asker = await start();
    const { token, secret } = await create(asker, 'Owner');
    expect((await asker.ask('DELETE', `/gatehouse/tokens/${token.id}`)).status).toBe(200);
    expect((await asker.get('/', { token: secret })).status).toBe(401);
    expect((await asker.ask('DELETE', `/gatehouse/tokens/${token.id}`)).status).toBe(404);
  });

  it('may revoke themselves, but not the last owner’s', async () => {
    const asker = await start();
    const { token, secret } = await create(asker, 'Owner');
    const own = await asker.ask('DELETE', `/gatehouse/tokens/${token.id}`, { token: secret });
    expect(own.status).toBe(200);
    const owners = (await tokens(asker)).filter(
      (each) => each.role === 'Owner' && each.type === 'Public API',
    );
    const acting = dataOf(
      await asker.get('/gatehouse/workspace'),
      z.object({ token: z.object({ id: z.string() }) }),
    ).token.id;
    for (const { id } of owners.filter((each) => each.id !== acting)) {
      expect((await asker.ask('DELETE', `/gatehouse/tokens/${id}`)).status).toBe(200);
    }
    const last = await asker.ask('DELETE', `/gatehouse/tokens/${acting}`);
    expect(last.status).toBe(409);
    expect((await asker.get('/')).status).toBe(200);
  });

  it('belong to their workspace', async () => {
    const asker = await start();
    const { token } = await create(asker, 'Member');
    const elsewhere = await asker.ask('DELETE', `/gatehouse/tokens/${token.id}`, {
      workspace: 'foxglove-studio',
    });
    expect(elsewhere.status).toBe(404);
  });

  it('are for owners', async () => {
    const asker = await start();
    for (const [method, path] of [
      ['GET', '/gatehouse/tokens'],
      ['POST', '/gatehouse/tokens'],
      ['DELETE', '/gatehouse/tokens/x'],
    ] as const) {
      const body = method === 'POST' ? { body: { description: 'x', role: 'Owner' } } : {};
      expect((await asker.ask(method, path, { as: 'member', ...body })).status).toBe(401);
      expect((await asker.ask(method, path, { as: 'nobody', ...body })).status).toBe(401);
    }
  });

  it('need a description and a role', async () => {
    const answer = await (await start()).ask('POST', '/gatehouse/tokens', {
      body: { description: ' ', role: 'Admin' },
    });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['description', 'role']);
  });
});

describe('labels of spaces', () => {
  const spacesSchema = z.object({
    spaces: z.array(
      z.object({
        id: z.string(),
        slug: z.string(),
        name: z.string(),
        labels: z.array(z.looseObject({ key: z.string(), value: z.string() })),
      }),
    ),
    pagination: z.object({ totalEntries: z.number() }),
  });

  it('are shown beside the same spaces that the Public API lists without them', async () => {
    const asker = await start();
    const { spaces } = dataOf(
      await asker.get('/gatehouse/spaces?pagination.count=1000', { as: 'member' }),
      spacesSchema,
    );
    const bare = dataOf(
      await asker.get('/spaces?pagination.count=1000'),
      z.object({ spaces: z.array(z.unknown()) }),
    );
    expect(spaces.map(({ labels: _labels, ...space }) => space)).toEqual(bare.spaces);
    expect(spaces.filter((space) => space.labels.length > 0).length).toBeGreaterThan(20);
    expect(dataOf(await asker.get('/gatehouse/spaces?pagination.count=4'), spacesSchema).spaces).toHaveLength(
      4,
    );
  });

  it('are added to and replaced by the same rules as those of sources', async () => {
    const asker = await start();
    const [id] = await asker.ids('/spaces', 'spaces');
    const path = `/gatehouse/spaces/${id}/labels`;
    const ask = (method: string, ...values: string[]) =>
      asker.ask(method, path, { body: { labels: values.map((value) => ({ key: 'brand', value })) } });
    expect((await ask('PUT', 'fjord')).status).toBe(200);
    expect((await ask('POST', 'ember')).status).toBe(422);
    expect((await ask('PUT', 'nothing')).status).toBe(422);
    const shape = z.object({ labels: z.array(z.unknown()) });
    expect(dataOf(await ask('PUT', 'ember'), shape).labels).toEqual([{ key: 'brand', value: 'ember' }]);
    expect((await asker.ask('PUT', '/gatehouse/spaces/none/labels', { body: { labels: [] } })).status).toBe(
      404,
    );
    const member = await asker.ask('PUT', path, { as: 'member', body: { labels: [] } });
    expect(member.status).toBe(401);
  });
});

describe('without extensions', () => {
  it.each(['/gatehouse/workspace', '/gatehouse/tokens', '/gatehouse/spaces', '/gatehouse/faults'])(
    '%s is a path that nobody has',
    async (path) => {
      const asker = await start({ extensions: false });
      const answer = await asker.get(path);
      expect(answer.status).toBe(404);
      expect(errorsOf(answer)).toEqual(errorsOf(await asker.get('/nowhere')));
      expect((await asker.get('/')).status).toBe(200);
    },
  );
});
