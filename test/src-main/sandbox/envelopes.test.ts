import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROUTES } from '../../../src-main/sandbox/routes';
import { dataOf, errorsOf, fieldsOf, start } from './running-sandbox';

/** A request with a Host header of our choice, which fetch does not let us send. */
function statusWithHost(url: string, host: string, token: string): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const headers = { Host: host, Authorization: `Bearer ${token}` };
    request(`${url}/`, { headers }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

describe('tokens', () => {
  it.each([
    ['no header', {}],
    ['a wrong token', { Authorization: 'Bearer wrong' }],
    ['another scheme', { Authorization: 'Basic c2FuZGJveA==' }],
    ['an empty token', { Authorization: 'Bearer ' }],
    ['a legacy Config API token', { Authorization: 'Bearer sandbox-northwind-legacy-token' }],
  ])('answers 401 to %s', async (_, headers) => {
    const answer = await (await start()).get('/', { as: 'nobody', headers });
    expect(answer.status).toBe(401);
    expect(errorsOf(answer)).toHaveLength(1);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('tell the workspace', async () => {
    const asker = await start();
    const shape = z.object({ workspace: z.object({ id: z.string(), slug: z.string(), name: z.string() }) });
    for (const name of ['northwind', 'maplecrest-clinics', 'foxglove-studio'] as const) {
      const { workspace } = dataOf(await asker.get('/', { workspace: name }), shape);
      expect(workspace).toMatchObject({ slug: name, id: asker.workspace(name).id });
    }
  });

  it('of a member read resources, roles and labels, and nothing of access management', async () => {
    const asker = await start();
    const [source = ''] = await asker.ids('/sources', 'sources');
    const open = [
      '/',
      '/echo?message=a',
      '/roles',
      '/labels',
      '/sources',
      `/sources/${source}`,
      '/destinations',
    ];
    const alsoOpen = ['/warehouses', '/spaces', '/tracking-plans', '/functions?resourceType=SOURCE'];
    const closed = [
      '/users',
      '/invites',
      '/groups',
      '/audit-events',
      '/users/x',
      '/groups/x',
      '/groups/x/users',
    ];
    for (const path of [...open, ...alsoOpen]) {
      expect((await asker.get(path, { as: 'member' })).status, path).toBe(200);
    }
    for (const path of closed) expect((await asker.get(path, { as: 'member' })).status, path).toBe(401);
  });

  it('of a member see no write keys', async () => {
    const asker = await start();
    const shape = z.object({ sources: z.array(z.object({ writeKeys: z.array(z.string()) })) });
    const keys = async (as: 'owner' | 'member') =>
      dataOf(await asker.get('/sources', { as }), shape).sources.flatMap((source) => source.writeKeys);
    expect((await keys('owner')).length).toBeGreaterThan(100);
    expect(await keys('member')).toEqual([]);
  });

  it('of a member write nothing', async () => {
    const asker = await start();
    for (const { method, path } of API_ROUTES.filter((route) => route.method !== 'GET')) {
      const answer = await asker.ask(method, path.replace(/\{\w+\}/g, 'x'), { as: 'member', body: {} });
      expect(answer.status, `${method} ${path}`).toBe(401);
      expect(errorsOf(answer)[0]?.message).toContain('Workspace Owner');
    }
  });
});

describe('envelopes', () => {
  it.each([
    ['GET', '/nowhere', 404],
    ['GET', '/users/', 404],
    ['GET', '//', 404],
    ['GET', '/group/x/users', 405],
    ['DELETE', '/groups/x/users', 405],
    ['POST', '/users', 405],
    ['OPTIONS', '/users', 405],
    ['GET', '/users/%E0%A4%A', 404],
    ['GET', `/users/${'x'.repeat(256)}`, 422],
    ['GET', '/users/nobody', 404],
    ['GET', '/groups/nobody', 404],
    ['GET', '/sources/nothing', 404],
    ['GET', '/destinations/nothing', 404],
    ['GET', '/warehouses/nothing', 404],
    ['GET', '/spaces/nothing', 404],
    ['GET', '/functions', 422],
    ['GET', '/functions?resourceType=NONE', 422],
    ['GET', '/tracking-plans?type=NONE', 422],
    ['GET', '/audit-events?startTime=yesterday', 422],
  ])('%s %s is a failure with %i', async (method, path, status) => {
    const answer = await (await start()).ask(method, path);
    expect(answer.status).toBe(status);
    expect(errorsOf(answer)[0]?.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/json');
  });

  it('names the methods that a path takes', async () => {
    const answer = await (await start()).ask('PATCH', '/labels');
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it('lists every bad field of a body with its dotted path', async () => {
    const asker = await start();
    const answer = await asker.ask('POST', '/invites', {
      body: {
        invites: [{ email: 'nobody' }, { email: 'a@b.example', permissions: [{ labels: [{ key: 1 }] }] }],
      },
    });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual([
      'invites.0.email',
      'invites.1.permissions.0.labels.0.key',
      'invites.1.permissions.0.labels.0.value',
      'invites.1.permissions.0.roleId',
    ]);
  });

  it.each([
    ['a body that is not JSON', '{"name":', 'application/json'],
    ['no body', '', 'application/json'],
    ['a form', 'name=a', 'application/x-www-form-urlencoded'],
  ])('refuses %s with 422', async (_, body, type) => {
    const asker = await start();
    const response = await fetch(`${asker.sandbox.url}/groups`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${asker.workspace().ownerToken}`, 'Content-Type': type },
      body,
    });
    expect(response.status).toBe(422);
    expect(
      z
        .object({ errors: z.array(z.object({ field: z.literal('body') })).length(1) })
        .safeParse(await response.json()).success,
    ).toBe(true);
  });

  it('refuses a body beyond 1 MiB with 413, and takes one just below', async () => {
    const asker = await start();
    const large = { name: 'a', padding: 'x'.repeat(3 * 1024 * 1024) };
    const answer = await asker.ask('POST', '/groups', { body: large });
    expect(answer.status).toBe(413);
    expect(errorsOf(answer)[0]?.status).toBe(413);
    const below = { name: 'a', padding: 'x'.repeat(1024 * 1024 - 100) };
    expect((await asker.ask('POST', '/groups', { body: below })).status).toBe(200);
  });
});

describe('media types', () => {
  it.each([
    'application/json',
    'application/vnd.segment.v1+json',
    'application/vnd.segment.stable+json; charset=utf-8',
  ])('parses a body sent as %s', async (type) => {
    const asker = await start();
    const answer = await asker.ask('POST', '/groups', {
      body: { name: 'a' },
      headers: { 'Content-Type': type },
    });
    expect(answer.status).toBe(200);
  });

  it.each([
    ['/users', 'application/vnd.segment.v1+json', 'application/vnd.segment.v1+json'],
    ['/users', 'application/vnd.segment.stable+json', 'application/vnd.segment.stable+json'],
    ['/users', 'application/vnd.segment.v1beta+json, */*', 'application/vnd.segment.v1beta+json'],
    ['/spaces', 'application/vnd.segment.alpha+json', 'application/vnd.segment.alpha+json'],
    ['/spaces', 'application/vnd.segment.v1+json', 'application/json'],
    ['/users', 'application/json', 'application/json'],
    ['/users', 'text/html', 'application/json'],
    ['/users', 'application/vnd.segment.v9+json', 'application/json'],
  ])('%s asked for as %s comes as %s', async (path, accept, type) => {
    const answer = await (await start()).get(path, { headers: { Accept: accept } });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
  });
});

describe('the loopback interface', () => {
  it('is the only place that is listened on', async () => {
    expect((await start()).sandbox.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:80', '10.0.0.1'])(
    'refuses the host %s',
    async (host) => {
      const asker = await start();
      const { status, body } = await statusWithHost(asker.sandbox.url, host, asker.workspace().ownerToken);
      expect(status).toBe(421);
      expect(body).toContain('"errors"');
    },
  );

  it.each(['127.0.0.1', 'localhost:4010', '[::1]:80', 'LOCALHOST'])('takes the host %s', async (host) => {
    const asker = await start();
    const { status } = await statusWithHost(asker.sandbox.url, host, asker.workspace().ownerToken);
    expect(status).toBe(200);
  });
});

describe('echo', () => {
  it.each([
    ['message=hi', 200],
    ['message=hi&statusCode=201', 201],
    ['message=hi&statusCode=404', 404],
    ['message=hi&triggerError=true', 422],
    ['message=hi&triggerError=true&statusCode=409', 409],
    ['message=hi&triggerMultipleErrors=true', 422],
    ['message=hi&triggerUnexpectedError=true', 500],
    ['', 422],
    ['message=hi&delay=soon', 422],
    ['message=hi&statusCode=302', 422],
  ])('%s is answered with %i', async (query, status) => {
    expect((await (await start()).get(`/echo?${query}`)).status).toBe(status);
  });

  it('gives back message and headers, never the token', async () => {
    const asker = await start();
    const answer = await asker.get('/echo?message=hi%20there', { headers: { 'X-Mark': 'm' } });
    const data = dataOf(
      answer,
      z.object({ method: z.string(), message: z.string(), headers: z.looseObject({}) }),
    );
    expect(data).toMatchObject({ method: 'get', message: 'hi there', headers: { 'x-mark': 'm' } });
    expect(JSON.stringify(data)).not.toContain(asker.workspace().ownerToken);
  });

  it('waits as long as it is asked to', async () => {
    const asker = await start();
    const before = performance.now();
    await asker.get('/echo?message=hi&delay=150');
    expect(performance.now() - before).toBeGreaterThan(140);
  });
});
