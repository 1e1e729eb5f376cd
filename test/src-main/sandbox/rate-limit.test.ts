import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { API_ROUTES } from '../../../src-main/sandbox/routes';
import { type Asker, errorsOf, start } from './running-sandbox';

const NOON = Date.UTC(2026, 5, 1, 12);

function makeGroup(asker: Asker) {
  return asker.ask('POST', '/groups', { body: { name: 'one more' } });
}

describe('rate limits', () => {
  it('tell of themselves on every success', async () => {
    const asker = await start({ clock: () => NOON + 250 });
    const answer = await makeGroup(asker);
    expect(answer.headers.get('x-ratelimit-consumed')).toBe('1');
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('59');
    expect(answer.headers.get('x-ratelimit-reset')).toBe('Mon, 01 Jun 2026 12:01:01 +0000');
    expect((await asker.get('/users')).headers.get('x-ratelimit-consumed')).toBe('1');
  });

  it('refuse the 61st write of a minute with the documented body and Retry-After', async () => {
    let now = NOON;
    const asker = await start({ clock: () => now });
    for (let i = 0; i < 60; i += 1) expect((await makeGroup(asker)).status).toBe(200);
    now += 40_500;
    const refused = await makeGroup(asker);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('20');
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-reset')).toBe('Mon, 01 Jun 2026 12:01:00 +0000');
    expect(errorsOf(refused)[0]?.data).toEqual({
      remainingPoints: 0,
      msBeforeNext: 19_500,
      consumedPoints: 61,
    });
    now += 19_499;
    expect((await makeGroup(asker)).status).toBe(429);
    now += 1;
    expect((await makeGroup(asker)).status).toBe(200);
  });

  it('count each endpoint and each token apart, and refused requests too', async () => {
    const asker = await start({ clock: () => NOON });
    for (let i = 0; i < 60; i += 1)
      expect((await asker.ask('POST', '/groups', { body: {} })).status).toBe(422);
    expect((await makeGroup(asker)).status).toBe(429);
    const label = { label: { key: 'tier', value: 'gold' } };
    expect((await asker.ask('POST', '/labels', { body: label })).status).toBe(201);
    const other = { body: { name: 'b' }, workspace: 'maplecrest-clinics' } as const;
    expect((await asker.ask('POST', '/groups', other)).status).toBe(200);
    expect(
      (await asker.ask('POST', '/groups', { ...other, token: 'sandbox-northwind-terraform-token' })).status,
    ).toBe(200);
  });

  it('stand in the way of no read', async () => {
    const asker = await start({ clock: () => NOON });
    for (let i = 0; i < 200; i += 1) expect((await asker.get('/roles')).status).toBe(200);
  });

  it('hold at 60 exactly for the writes to access management and labels', () => {
    const limited = API_ROUTES.filter((route) => route.perMinute === 60).map(
      ({ method, path }) => `${method} ${path}`,
    );
    expect(limited.sort()).toEqual(
      [
        'POST /users/{userId}/permissions',
        'PUT /users/{userId}/permissions',
        'POST /groups/{userGroupId}/permissions',
        'PUT /groups/{userGroupId}/permissions',
        'POST /groups/{userGroupId}/users',
        'PUT /group/{userGroupId}/users',
        'DELETE /group/{userGroupId}/users',
        'POST /groups',
        'PATCH /groups/{userGroupId}',
        'DELETE /groups/{userGroupId}',
        'POST /invites',
        'DELETE /invites',
        'DELETE /users',
        'POST /labels',
        'DELETE /labels/{key}/{value}',
      ].sort(),
    );
  });

  it('give a reset time that a client can parse', async () => {
    const asker = await start({ clock: () => NOON });
    const reset = z.string().parse((await asker.get('/roles')).headers.get('x-ratelimit-reset'));
    expect(Date.parse(reset)).toBe(NOON + 60_000);
  });
});
