import { IAMUsersApi, type ListUsersV1Output, unwrap } from '@segment/public-api-sdk-typescript';
import { describe, expect, it } from 'vitest';
import { API_ROUTES } from '../../../src-main/sandbox/routes';
import { start } from './running-sandbox';
import { entitiesOf, sdkFor } from './sdk-clients';
import { SDK_READS } from './sdk-reads';
import { shapeViolations } from './sdk-shape';
import { SDK_WRITES } from './sdk-writes';

const CALLS = [...SDK_READS, ...SDK_WRITES];

/** Matches a request to the route, such as `GET /users/abc` to `GET /users/{userId}`. */
function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replace(/\{\w+\}/g, '[^/]+')}$`);
}

/** The arrays directly in `data`. */
function listsOf(raw: unknown): unknown[][] {
  const data: unknown = typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'data') : undefined;
  return Object.values(data ?? {}).filter((content) => Array.isArray(content));
}

describe('the official SDK as the client', () => {
  it.each(CALLS)('$route gives a whole $response', async ({ route, response, run, status }) => {
    const asker = await start();
    const { url } = asker.sandbox;
    const sdk = sdkFor(url, asker.workspace().ownerToken);
    const requested: string[] = [];
    for (const api of Object.values(sdk)) {
      api.addInterceptor((options) => {
        const { method, uri } = options;
        requested.push(`${method} ${uri.slice(url.length)}`);
      });
    }

    const answer = await run(sdk, await entitiesOf(asker));

    expect(requested.at(-1)).toMatch(patternOf(route));
    expect(Reflect.get(answer.response, 'statusCode')).toBe(status ?? 200);
    const raw: unknown = Reflect.get(answer.response, 'body');
    expect(raw).toHaveProperty('data');
    expect(shapeViolations(raw, response)).toEqual([]);
    // An empty list would say nothing about its rows.
    if (route.startsWith('GET')) for (const list of listsOf(raw)) expect(list).not.toEqual([]);
  });

  it('is tried on every endpoint that the sandbox has', () => {
    const tried = CALLS.map(({ route }) => route).sort();
    expect(tried).toEqual(API_ROUTES.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('answers the status that the route declares', () => {
    const statuses = new Map(API_ROUTES.map((route) => [`${route.method} ${route.path}`, route.status]));
    for (const { route, status } of CALLS) expect(statuses.get(route), route).toBe(status ?? 200);
  });

  it('pages through a whole list with the cursors of the SDK', async () => {
    const asker = await start();
    const sdk = sdkFor(asker.sandbox.url, asker.workspace().ownerToken);
    const emails: string[] = [];
    let cursor: string | null | undefined = 'MA==';
    while (cursor) {
      const page: ListUsersV1Output = await unwrap(sdk.users.listUsers({ count: 37, cursor }));
      const { users, pagination } = page;
      emails.push(...users.map((user) => user.email));
      cursor = pagination.next;
    }
    expect(emails.length).toBe(200);
    expect(new Set(emails).size).toBe(200);
  });

  it('lets unwrap throw the first error of the envelope', async () => {
    const asker = await start();
    const users = new IAMUsersApi(asker.sandbox.url);
    users.accessToken = 'nonsense';
    const error: unknown = await unwrap(users.getUser('x')).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ type: 'Unauthorized', status: 401 });
    expect(shapeViolations(error, 'RequestError')).toEqual([]);
  });
});
