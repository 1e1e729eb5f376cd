import { createServer, type Server } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { reads } from '../../../src-main/segment/endpoints';
import type { WriteRequest } from '../../../src-main/segment/writes';
import { impatientClient, inTurn, serve, WORKSPACE } from './scripted-server';

/** Answers readings on a connection that stays open, and resets it under every write. */
async function resettingServer(): Promise<{ url: string; writes: string[] }> {
  const writes: string[] = [];
  const server: Server = createServer((socket) => {
    let heard = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (!heard.includes('\r\n\r\n')) return;
      const [line = ''] = heard.split('\r\n');
      heard = '';
      if (!line.startsWith('GET')) {
        writes.push(line);
        socket.resetAndDestroy();
        return;
      }
      const body = JSON.stringify(WORKSPACE);
      socket.write(
        `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}`, writes };
}

const WRITES: WriteRequest[] = [
  { method: 'POST', path: '/groups', body: '{"name":"A"}' },
  { method: 'PUT', path: '/groups/g1/permissions', body: '{"permissions":[]}' },
  { method: 'PATCH', path: '/groups/g1', body: '{"name":"B"}' },
  { method: 'DELETE', path: '/group/g1/users?emails%5B0%5D=a%40x.example', body: null },
];

describe('a write', () => {
  it.each(WRITES)('$method is sent once when the connection breaks under it', async (request) => {
    const server = await resettingServer();
    const { client } = impatientClient(server.url);
    await client.read(reads.workspace);
    await expect(client.write(request)).rejects.toMatchObject({ kind: 'dropped' });
    expect(server.writes).toHaveLength(1);
  });

  it.each([500, 502, 503, 504])('is sent once when the server fails with %i', async (status) => {
    const server = await serve(inTurn({ status, body: { errors: [{ type: 'x', message: 'no' }] } }));
    const { client } = impatientClient(server.url);
    await expect(
      client.write({ method: 'POST', path: '/groups', body: '{"name":"A"}' }),
    ).rejects.toMatchObject({
      kind: 'serverError',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('is sent again after 429, which says that nothing was done', async () => {
    const made = { data: { userGroup: { id: 'g9', name: 'A', memberCount: 0 } } };
    const server = await serve(
      inTurn({ status: 429, headers: { 'Retry-After': '3' }, body: { errors: [] } }, { body: made }),
    );
    const { client, waits } = impatientClient(server.url);
    expect(await client.write({ method: 'POST', path: '/groups', body: '{"name":"A"}' })).toEqual({
      groupId: 'g9',
    });
    expect(waits).toEqual([3000]);
    expect(server.requests).toEqual(['POST /groups', 'POST /groups']);
  });

  it.each([
    ['POST', '/users'],
    ['DELETE', '/groups'],
    ['PUT', '/groups/g1/users'],
    ['POST', '/users/../permissions'],
    ['POST', '/users/%2e%2e/permissions'],
    ['DELETE', '/groups/g1#x'],
    ['DELETE', '/sources/s1'],
  ] as const)('%s %s is none that Gatehouse makes', async (method, path) => {
    const server = await serve(inTurn({ body: { data: {} } }));
    const { client } = impatientClient(server.url);
    await expect(client.write({ method, path, body: null })).rejects.toMatchObject({ kind: 'validation' });
    expect(server.requests).toEqual([]);
  });
});
