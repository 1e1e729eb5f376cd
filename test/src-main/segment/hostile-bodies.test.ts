import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { lists, reads } from '../../../src-main/segment/endpoints';
import { SegmentError } from '../../../src-main/segment/segment-error';
import { contentOf, sandboxed, syncOnce } from '../sync/sandboxed';
import { HOSTILE_BODIES } from './hostile-bodies';
import { impatientClient, serve } from './scripted-server';

const ended = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => error,
  );

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Bytes that are still held after everything else was collected. */
function kept(): number {
  if (typeof collect !== 'function') throw new Error('the collector cannot be called');
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const polluted = () => Reflect.get({}, 'polluted') !== undefined;

describe('a hostile body', () => {
  it('comes in more than a hundred kinds', () => {
    expect(new Set(HOSTILE_BODIES.map(({ name }) => name)).size).toBe(HOSTILE_BODIES.length);
    expect(HOSTILE_BODIES.length).toBeGreaterThanOrEqual(100);
  });

  it('is a failure in words and leaves no trace', async () => {
    const before = kept();
    const taken: string[] = [];
    for (const { name, answer } of HOSTILE_BODIES) {
      const server = await serve(() => answer);
      const { client } = impatientClient(server.url, { timeoutMs: 2000 });
      const error = await ended(client.list(lists.users));
      if (!(error instanceof SegmentError)) {
        taken.push(name);
        continue;
      }
      expect(error.failure.message.length, name).toBeGreaterThan(10);
      expect(error.failure.message.length, name).toBeLessThan(1000);
      expect(polluted(), name).toBe(false);
    }
    expect(taken).toEqual([]);
    expect(kept() - before).toBeLessThan(100_000_000);
  }, 60_000);

  it('that unpacks into far more than it weighs is cut off', async () => {
    const bomb = gzipSync(Buffer.alloc(200_000_000, 32));
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Type': 'application/json' });
      response.end(bomb);
      return undefined;
    });
    const { client } = impatientClient(server.url);
    expect(await ended(client.read(reads.workspace))).toMatchObject({ kind: 'tooLarge' });
  });

  it('under a mark of byte order is read as what it is', async () => {
    const body = `\uFEFF${JSON.stringify({ data: { workspace: { id: 'w1', slug: 'a', name: 'A' } } })}`;
    const server = await serve(() => ({ body }));
    const { client } = impatientClient(server.url);
    expect(await client.read(reads.workspace)).toMatchObject({ data: { workspace: { id: 'w1' } } });
  });

  it('in the middle of a sync ends it, and what was read before is untouched', async () => {
    const sandbox = await sandboxed();
    const { snapshot } = await syncOnce(sandbox);
    const copy = JSON.stringify(contentOf(snapshot));
    const some = HOSTILE_BODIES.filter((_, place) => place % 12 === 0);
    expect(some.length).toBeGreaterThan(5);
    for (const { name, answer } of some) {
      const { body = '', headers = {} } = answer;
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      const intercept = (_method: string, path: string) =>
        path === '/users' ? new Response(text, { headers }) : undefined;
      const error = await ended(syncOnce(sandbox, { base: snapshot, full: true, intercept }));
      expect(error, name).toBeInstanceOf(SegmentError);
      expect(JSON.stringify(contentOf(snapshot)), name).toBe(copy);
    }
  }, 60_000);

  it('a clock of the server that is a day off changes nothing', async () => {
    const sandbox = await sandboxed();
    const shifted = await syncOnce(sandbox, { now: () => Date.now() + 24 * 60 * 60_000 });
    const straight = await syncOnce(sandbox);
    expect(shifted.snapshot.members).toEqual(straight.snapshot.members);
    expect(shifted.snapshot.resources).toEqual(straight.snapshot.resources);
  });
});
