import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Fetch } from '../../../src-main/segment/attempt';
import { lists, reads } from '../../../src-main/segment/endpoints';
import { failureOf, SegmentError } from '../../../src-main/segment/segment-error';
import { impatientClient, inTurn, patientClient, serve, TOKEN, WORKSPACE } from './scripted-server';

const caught = async (promise: Promise<unknown>): Promise<SegmentError> => {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof SegmentError)) throw new Error(`not a SegmentError: ${String(error)}`);
  return error;
};

/** Everything of an error that could reach a log or the window. */
const everyText = (error: SegmentError): string =>
  `${error.message} ${error.stack} ${String(error.cause)} ${JSON.stringify(error)} ${JSON.stringify(failureOf(error))}`;

describe('the token', () => {
  it('is sent as a bearer token and nowhere else', async () => {
    const server = await serve(inTurn({ body: WORKSPACE }));
    await impatientClient(server.url).client.read(reads.workspace);
    expect(server.authorizations).toEqual([`Bearer ${TOKEN}`]);
    expect(server.requests).toEqual(['GET /']);
  });

  it('is in no error text, whatever the server says', async () => {
    let body: unknown;
    let status = 400;
    const fake: Fetch = async () => new Response(JSON.stringify(body), { status });
    const { client } = impatientClient('http://127.0.0.1:9', { fetch: fake });
    const text = fc.oneof(
      fc.string(),
      fc.tuple(fc.string(), fc.string()).map(([before, after]) => `${before}${TOKEN}${after}`),
      fc.nat(TOKEN.length - 8).map((from) => `Bearer ${TOKEN.slice(from)}`),
      fc.constant(`Authorization: Bearer ${TOKEN.toUpperCase()}`),
    );
    const errors = fc.array(fc.record({ type: text, message: text, field: text }, { requiredKeys: [] }), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(
        errors,
        fc.constantFrom(400, 401, 403, 404, 409, 413, 422, 501),
        async (said, code) => {
          body = { errors: said };
          status = code;
          const words = everyText(await caught(client.read(reads.workspace))).toLowerCase();
          for (let at = 0; at + 8 <= TOKEN.length; at += 1) {
            expect(words).not.toContain(TOKEN.slice(at, at + 8).toLowerCase());
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is in no error text when fetch itself speaks of it', async () => {
    const fake: Fetch = (_url, init) =>
      Promise.reject(
        new TypeError('fetch failed', { cause: new Error(`bad header ${JSON.stringify(init.headers)}`) }),
      );
    const { client } = impatientClient('http://127.0.0.1:9', { fetch: fake });
    expect(everyText(await caught(client.read(reads.workspace)))).not.toContain(TOKEN);
  });

  it.each(['two words', 'new\nline', 'smart “quotes”', ''])(
    'that cannot be sent is refused: %j',
    async (token) => {
      const server = await serve(inTurn({ body: WORKSPACE }));
      const { client } = impatientClient(server.url, { token });
      const error = await caught(client.read(reads.workspace));
      expect(error.kind).toBe('unauthorized');
      if (token !== '') expect(everyText(error)).not.toContain(token);
      expect(server.requests).toEqual([]);
    },
  );

  it('is not sent on when the server redirects', async () => {
    const other = await serve(inTurn({ body: WORKSPACE }));
    for (const status of [301, 302, 303, 307, 308]) {
      const server = await serve(() => ({ status, headers: { Location: `${other.url}/` } }));
      const error = await caught(impatientClient(server.url).client.read(reads.workspace));
      expect(error).toMatchObject({ kind: 'redirect', failure: { code: 'badAnswer' } });
      expect(server.requests).toHaveLength(1);
    }
    expect(other.requests).toEqual([]);
  });

  it.each([
    ['Chromium, redirect', new Error('Redirect was cancelled'), 'redirect'],
    [
      'Chromium, redirect refused',
      new Error("Attempted to redirect, but redirect policy was 'error'"),
      'redirect',
    ],
    ['Chromium, no network', new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    ['Chromium, no such name', new Error('net::ERR_NAME_NOT_RESOLVED'), 'offline'],
    ['Chromium, reset', new Error('net::ERR_CONNECTION_RESET'), 'dropped'],
    ['Chromium, certificate', new Error('net::ERR_CERT_AUTHORITY_INVALID'), 'untrusted'],
    ['Node, no such name', new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }), 'offline'],
    [
      'Node, both addresses refused',
      new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }),
      'offline',
    ],
    [
      'Node, certificate',
      new TypeError('fetch failed', { cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } }),
      'untrusted',
    ],
    ['Node, broken off', new TypeError('terminated', { cause: { code: 'UND_ERR_SOCKET' } }), 'dropped'],
  ])('errors of fetch are understood: %s', async (_title, reason, kind) => {
    const { client } = impatientClient('http://127.0.0.1:9', { fetch: () => Promise.reject(reason) });
    expect((await caught(client.read(reads.workspace))).kind).toBe(kind);
  });
});

describe('limits', () => {
  it('stop an answer that is too large, without reading the rest', async () => {
    let sent = 0;
    const server = await serve((_request, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
      return undefined;
    });
    const { client } = impatientClient(server.url, { largestAnswer: 1_000_000 });
    expect(await caught(client.read(reads.workspace))).toMatchObject({ kind: 'tooLarge' });
    expect(server.requests).toHaveLength(1);
    expect(sent).toBeLessThan(20_000_000);
  });

  it('stop a request that is not answered in time', async () => {
    const server = await serve(() => undefined);
    const { client } = impatientClient(server.url, { timeoutMs: 50 });
    expect(await caught(client.read(reads.workspace))).toMatchObject({
      kind: 'timeout',
      failure: { code: 'offline' },
    });
    expect(server.requests).toHaveLength(2);
  });

  it('stop an answer whose body does not come', async () => {
    const server = await serve((_request, response) => {
      response.writeHead(200);
      response.write('{"data":');
      return undefined;
    });
    const { client } = impatientClient(server.url, { timeoutMs: 50 });
    expect((await caught(client.read(reads.workspace))).kind).toBe('timeout');
  });
});

describe('an id in a path', () => {
  it('is percent-encoded', async () => {
    const server = await serve((request) => {
      expect(request.url).toBe('/users/a%2Fb%3F%23%20c');
      return { body: { data: { user: { id: 'x', name: '', email: 'e' } } } };
    });
    await impatientClient(server.url).client.read(reads.user, { path: { userId: 'a/b?# c' } });
  });

  it.each(['..', '.', ''])('that would lead elsewhere is refused: %j', async (userId) => {
    const { client } = impatientClient('http://127.0.0.1:1');
    expect((await caught(client.read(reads.user, { path: { userId } }))).kind).toBe('validation');
  });
});

describe('cancelling', () => {
  const timers: NodeJS.Timeout[] = [];
  afterEach(() => timers.splice(0).forEach(clearTimeout));

  async function cancelledAfter(ms: number, run: (signal: AbortSignal) => Promise<unknown>) {
    const controller = new AbortController();
    timers.push(setTimeout(() => controller.abort(), ms));
    const error = await caught(run(controller.signal));
    const at = performance.now();
    return { error, at };
  }

  it.each([
    ['while a limit is waited out', inTurn({ status: 429, headers: { 'Retry-After': '60' }, body: {} })],
    ['while an answer is awaited', () => undefined],
  ])('ends it within a second: %s', async (_title, script) => {
    const server = await serve(script);
    const client = patientClient(server.url);
    const began = performance.now();
    const { error, at } = await cancelledAfter(100, (signal) => client.list(lists.users, {}, { signal }));
    expect(error).toMatchObject({ kind: 'cancelled', failure: { code: 'cancelled' } });
    expect(at - began).toBeLessThan(1000);
  });

  it('ends it although fetch does not listen', async () => {
    const { client } = impatientClient('http://127.0.0.1:9', { fetch: () => new Promise(() => undefined) });
    const { error } = await cancelledAfter(20, (signal) => client.read(reads.workspace, {}, { signal }));
    expect(error.kind).toBe('cancelled');
  });

  it('before it begins sends nothing', async () => {
    const server = await serve(inTurn({ body: WORKSPACE }));
    const { client } = impatientClient(server.url);
    const error = await caught(client.read(reads.workspace, {}, { signal: AbortSignal.abort() }));
    expect(error.kind).toBe('cancelled');
    expect(server.requests).toEqual([]);
  });
});
