import { describe, expect, it } from 'vitest';
import { reads } from '../../../src-main/segment/endpoints';
import { MOST_RETRIES } from '../../../src-main/segment/retry-rules';
import {
  closedPort,
  impatientClient,
  inTurn,
  type Script,
  type Scripted,
  serve,
  WORKSPACE,
} from './scripted-server';

const GOOD: Scripted = { body: WORKSPACE };
const limited = (headers: Record<string, string>, data?: object): Scripted => ({
  status: 429,
  headers,
  body: { errors: [{ type: 'RateLimited', message: 'slow down', data: data ?? null }] },
});
const failing = (status: number): Scripted => ({
  status,
  body: { errors: [{ type: 'x', message: 'failed' }] },
});
const BAD_GATEWAY: Scripted = { status: 502, headers: { 'Content-Type': 'text/html' }, body: '<h1>502</h1>' };

async function read(script: Script) {
  const server = await serve(script);
  const { client, waits } = impatientClient(server.url);
  const result = await client.read(reads.workspace).then(
    ({ data }) => data.workspace.slug,
    (error: unknown) => error,
  );
  return { result, waits, count: server.requests.length };
}

describe('reads are sent again', () => {
  it.each([
    [
      'Retry-After first',
      limited({ 'Retry-After': '2', 'X-RateLimit-Reset': 'x' }, { msBeforeNext: 9000 }),
      2000,
    ],
    ['then msBeforeNext', limited({}, { msBeforeNext: 9001 }), 9001],
    ['at most 90 seconds', limited({ 'Retry-After': '3600' }), 90_000],
    ['else backoff with jitter', limited({}), 250],
  ])('after 429, waiting as the server says: %s', async (_title, answer, ms) => {
    const { result, waits, count } = await read(inTurn(answer, GOOD));
    expect(result).toBe('acme');
    expect(waits.slice(0, 1)).toEqual([ms]);
    expect(count).toBe(2);
  });

  it('waits until X-RateLimit-Reset, by the clock of the server', async () => {
    const headers = {
      Date: 'Mon, 23 Nov 2026 12:00:15 GMT',
      'X-RateLimit-Reset': 'Mon, 23 Nov 2026 12:00:20 +0000',
    };
    expect((await read(inTurn(limited(headers), GOOD))).waits[0]).toBe(5000);
  });

  it.each([500, 502, 503, 504])('after %i, with growing waits', async (status) => {
    const { result, waits, count } = await read(
      inTurn(failing(status), failing(status), failing(status), GOOD),
    );
    expect(result).toBe('acme');
    expect(waits).toEqual([250, 500, 1000]);
    expect(count).toBe(4);
  });

  it('after HTML with 502', async () => {
    expect((await read(inTurn(BAD_GATEWAY, GOOD))).result).toBe('acme');
  });

  it('after a connection that was reset, and after a body that broke off', async () => {
    const whole = JSON.stringify(WORKSPACE);
    const { result, count } = await read((request, response, number) => {
      if (number === 1) {
        request.socket.resetAndDestroy();
        return undefined;
      }
      if (number === 2) {
        response.writeHead(200, { 'Content-Length': String(whole.length) });
        response.write(whole.slice(0, 10), () => response.destroy());
        return undefined;
      }
      return number === 3 ? { body: whole.slice(0, -5) } : GOOD;
    });
    expect(result).toBe('acme');
    expect(count).toBe(4);
  });

  it('five times at most, then the failure is told', async () => {
    const { result, count } = await read(inTurn(failing(500)));
    expect(result).toMatchObject({ kind: 'serverError', failure: { code: 'serverError' } });
    expect(count).toBe(1 + MOST_RETRIES);
    expect(await read(inTurn(limited({ 'Retry-After': '1' })))).toMatchObject({
      result: { kind: 'rateLimited', failure: { code: 'rateLimited' } },
      count: 1 + MOST_RETRIES,
    });
  });

  it('five times at most in all, when failures take turns', async () => {
    const { result, count } = await read(
      inTurn(
        failing(500),
        limited({ 'Retry-After': '1' }),
        failing(503),
        limited({}),
        BAD_GATEWAY,
        failing(500),
        GOOD,
      ),
    );
    expect(result).toMatchObject({ kind: 'serverError' });
    expect(count).toBe(6);
  });

  it('once after an answer that is not JSON', async () => {
    const page: Scripted = {
      headers: { 'Content-Type': 'text/html' },
      body: '<html>Log in to the hotel</html>',
    };
    expect(await read(inTurn(page))).toMatchObject({ result: { kind: 'badAnswer' }, count: 2 });
    expect((await read(inTurn(page, GOOD))).result).toBe('acme');
  });

  it.each([
    [400, 'validation', 'badInput'],
    [401, 'unauthorized', 'unauthorized'],
    [403, 'forbidden', 'unauthorized'],
    [404, 'notFound', 'notFound'],
    [409, 'conflict', 'conflict'],
    [413, 'tooLarge', 'badAnswer'],
    [422, 'validation', 'badInput'],
    [501, 'serverError', 'serverError'],
  ])('never after %i', async (status, kind, code) => {
    expect(await read(inTurn(failing(status)))).toMatchObject({
      result: { kind, failure: { code }, details: { status } },
      count: 1,
    });
  });

  it('once to a server that cannot be reached: the sync goes offline instead', async () => {
    const { client, waits } = impatientClient(await closedPort());
    await expect(client.read(reads.workspace)).rejects.toMatchObject({
      kind: 'offline',
      failure: { code: 'offline' },
    });
    expect(waits).toHaveLength(1);
  });
});

describe('all reads of a client wait for a limit that one of them met', () => {
  it('and count it once', async () => {
    const server = await serve((_request, _response, count) =>
      count === 1 ? limited({ 'Retry-After': '30' }) : GOOD,
    );
    const { client, waits } = impatientClient(server.url);
    const limits: boolean[] = [];
    const watch = {
      answered: () => undefined,
      limited: (_until: number, fresh: boolean) => limits.push(fresh),
    };
    await client.read(reads.workspace, {}, { watch });
    expect(waits).toEqual([30_000]);
    expect(limits).toEqual([true]);
  });

  it('holds a read that begins while another is waiting', async () => {
    let now = 1000;
    const order: string[] = [];
    const server = await serve((_request, _response, count) =>
      count === 1 ? limited({ 'Retry-After': '5' }) : GOOD,
    );
    const releases: (() => void)[] = [];
    const { client } = impatientClient(server.url, {
      now: () => now,
      sleep: (ms) =>
        new Promise((resolve) => {
          order.push(`sleeps ${ms}`);
          releases.push(resolve);
        }),
    });
    const first = client.read(reads.workspace);
    await expect.poll(() => releases.length).toBe(1);
    const second = client.read(reads.workspace);
    await expect.poll(() => releases.length).toBe(2);
    expect(server.requests).toHaveLength(1);
    now += 5000;
    for (const release of releases) release();
    await Promise.all([first, second]);
    expect(order).toEqual(['sleeps 5000', 'sleeps 5000']);
    expect(server.requests).toHaveLength(3);
  });
});

describe('writes are never sent again blindly', () => {
  const made = { description: 'ci', role: 'Owner' } as const;
  const token = {
    id: 't1',
    ...made,
    type: 'Public API',
    createdBy: 'a@example.com',
    createdAt: '2026-01-01',
  };
  const created: Scripted = { status: 201, body: { data: { token, secret: 'sgp_new' } } };

  it.each([
    ['a server error', inTurn(failing(500), created), 'serverError'],
    ['HTML with 502', inTurn(BAD_GATEWAY, created), 'serverError'],
    ['an answer that is not JSON', inTurn({ status: 201, body: 'created!' }, created), 'badAnswer'],
  ])('after %s', async (_title, script, kind) => {
    const server = await serve(script);
    const { client } = impatientClient(server.url);
    await expect(client.createToken(made)).rejects.toMatchObject({ kind });
    expect(server.requests).toEqual(['POST /gatehouse/tokens']);
  });

  it('after a connection that was reset', async () => {
    const server = await serve((request) => {
      request.socket.resetAndDestroy();
      return undefined;
    });
    const { client } = impatientClient(server.url);
    await expect(client.revokeToken('t/1')).rejects.toMatchObject({ kind: 'dropped' });
    expect(server.requests).toEqual(['DELETE /gatehouse/tokens/t/1']);
  });

  it('except after 429, which says that nothing was done', async () => {
    const server = await serve(inTurn(limited({ 'Retry-After': '1' }), created));
    const { client, waits } = impatientClient(server.url);
    expect(await client.createToken(made)).toEqual({ token, secret: 'sgp_new' });
    expect(waits).toEqual([1000]);
  });
});
