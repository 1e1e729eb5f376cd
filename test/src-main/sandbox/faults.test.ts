import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { dataOf, errorsOf, start } from './running-sandbox';

describe('faults', () => {
  it('come in their order and then stop', async () => {
    const asker = await start({
      faults: [
        { kind: '500', count: 2 },
        { kind: '401', count: 1 },
      ],
    });
    asker.sandbox.addFault('429', 1);
    const statuses: number[] = [];
    for (let i = 0; i < 5; i += 1) statuses.push((await asker.get('/labels')).status);
    expect(statuses).toEqual([500, 500, 401, 429, 200]);
  });

  it('429, 500 and 401 have the envelope', async () => {
    const asker = await start({
      faults: [
        { kind: '429', count: 1 },
        { kind: '500', count: 1 },
        { kind: '401', count: 1 },
      ],
    });
    const limited = await asker.get('/labels');
    expect(limited.headers.get('retry-after')).toBe('1');
    expect(errorsOf(limited)[0]?.data).toMatchObject({ remainingPoints: 0, msBeforeNext: 1000 });
    errorsOf(await asker.get('/labels'));
    errorsOf(await asker.get('/labels'));
  });

  it('502html has none', async () => {
    const answer = await (await start({ faults: [{ kind: '502html', count: 1 }] })).get('/labels');
    expect(answer.status).toBe(502);
    expect(answer.headers.get('content-type')).toBe('text/html');
    expect(answer.json).toContain('<h1>502 Bad Gateway</h1>');
  });

  it('drop resets the connection before anything is done', async () => {
    const asker = await start({ faults: [{ kind: 'drop', count: 1 }] });
    const error = await asker
      .ask('POST', '/groups', { body: { name: 'lost' } })
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ cause: { code: 'ECONNRESET' } });
    expect(JSON.stringify((await asker.get('/groups')).json)).not.toContain('lost');
  });

  it('truncate cuts the answer after everything was done', async () => {
    const asker = await start({ faults: [{ kind: 'truncate', count: 1 }] });
    await expect(asker.ask('POST', '/groups', { body: { name: 'done though' } })).rejects.toThrow(
      'terminated',
    );
    expect(JSON.stringify((await asker.get('/groups')).json)).toContain('done though');
  });

  it('slow holds the answer back, and stopping does not wait for it', async () => {
    const asker = await start({ faults: [{ kind: 'slow', count: 1 }], slowMs: 120 });
    const before = performance.now();
    expect((await asker.get('/labels')).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThan(110);

    const stubborn = await start({ faults: [{ kind: 'slow', count: 1 }], slowMs: 60_000 });
    const hanging = stubborn.get('/labels').catch(() => 'cut');
    await new Promise((resolve) => setTimeout(resolve, 50));
    await stubborn.sandbox.close();
    expect(await hanging).toBe('cut');
  });

  it('loop repeats a cursor, and waits for a list', async () => {
    const asker = await start({
      faults: [
        { kind: 'loop', count: 1 },
        { kind: '500', count: 1 },
      ],
    });
    expect((await asker.get('/labels')).status).toBe(200);
    const shape = z.object({ pagination: z.object({ current: z.string(), next: z.string() }) });
    const path = `/users?pagination.count=50&pagination.cursor=${btoa('50')}`;
    const { pagination } = dataOf(await asker.get(path), shape);
    expect(pagination.next).toBe(pagination.current);
    expect((await asker.get(path)).status).toBe(500);
    expect(dataOf(await asker.get(path), shape).pagination.next).toBe(btoa('100'));
  });

  it('spare the extensions, and can be changed through them', async () => {
    const asker = await start();
    asker.sandbox.addFault('500', 3);
    expect((await asker.get('/gatehouse/workspace')).status).toBe(200);
    const added = await asker.ask('POST', '/gatehouse/faults', { body: { kind: 'slow', count: 2 } });
    expect(dataOf(added, z.object({ faults: z.array(z.unknown()) })).faults).toEqual([
      { kind: '500', count: 3 },
      { kind: 'slow', count: 2 },
    ]);
    expect((await asker.get('/labels')).status).toBe(500);
    expect((await asker.ask('DELETE', '/gatehouse/faults')).status).toBe(200);
    expect((await asker.get('/labels')).status).toBe(200);
    const wrong = await asker.ask('POST', '/gatehouse/faults', { body: { kind: 'fire', count: 0 } });
    expect(wrong.status).toBe(422);
    expect((await asker.get('/gatehouse/faults', { as: 'member' })).status).toBe(401);
  });
});
