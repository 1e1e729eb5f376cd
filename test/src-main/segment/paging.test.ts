import { describe, expect, it } from 'vitest';
import { lists } from '../../../src-main/segment/endpoints';
import { gather, pagesOf } from '../../../src-main/segment/paging';
import { impatientClient, type Script, serve } from './scripted-server';

const user = (id: string, name = id) => ({ id, name, email: `${id}@example.com` });
const page = (ids: string[], current: string, next?: string | null, totalEntries?: number) => ({
  body: { data: { users: ids.map((id) => user(id)), pagination: { current, next, totalEntries } } },
});

async function list(script: Script) {
  const server = await serve(script);
  const { client } = impatientClient(server.url);
  const heard: [number, number | null][] = [];
  const result = await client
    .list(lists.users, {}, {}, (done, total) => heard.push([done, total]))
    .then(
      ({ entries, pages }) => ({ ids: entries.map(({ id }) => id), pages }),
      (error: unknown) => error,
    );
  return { result, heard, requests: server.requests };
}

describe('a list', () => {
  it('is asked for in pages of 200, with the cursor as it came', async () => {
    const { result, requests, heard } = await list((_request, _response, count) =>
      count === 1 ? page(['a', 'b'], 'MA==', 'x+/&=', 3) : page(['c'], 'x+/&=', null, 3),
    );
    expect(result).toEqual({ ids: ['a', 'b', 'c'], pages: 2 });
    expect(requests).toEqual([
      'GET /users?pagination[count]=200',
      'GET /users?pagination[cursor]=x%2B%2F%26%3D&pagination[count]=200'.replace('x%2B%2F%26%3D', 'x+/&='),
    ]);
    expect(heard).toEqual([
      [2, 3],
      [3, 3],
    ]);
  });

  it.each([
    ['a page that leads to itself', ['MA==', 'MA==']],
    ['a page that leads back', ['MA==', 'B', 'C', 'B']],
    ['a page that leads back to the first', ['MA==', 'B', 'MA==']],
  ])('does not go round in circles for ever: %s', async (_title, cursors) => {
    let step = 0;
    const { result, requests } = await list((request) => {
      if (!request.url?.includes('cursor')) step = 0;
      step += 1;
      return page([`u${step}`], cursors[step - 1] ?? 'MA==', cursors[step] ?? null);
    });
    expect(result).toMatchObject({ kind: 'endless', details: { endpoint: 'GET /users' } });
    // It is read once more, because a list that changes can do that too.
    expect(requests).toHaveLength(2 * (cursors.length - 1));
  });

  it('that goes round once is read again, and well', async () => {
    const { result, requests } = await list((_request, _response, count) =>
      count === 1 ? page(['a'], 'MA==', 'MA==') : page(['a', 'b'], 'MA=='),
    );
    expect(result).toEqual({ ids: ['a', 'b'], pages: 1 });
    expect(requests).toHaveLength(2);
  });

  it('that shifts while it is read gives each entry once, the later one', async () => {
    const pages = [
      { users: [user('a'), user('b', 'before')], pagination: { current: '1', next: '2' } },
      { users: [user('b', 'after'), user('c')], pagination: { current: '2' } },
    ];
    const server = await serve((_request, _response, count) => ({ body: { data: pages[count - 1] } }));
    const { entries } = await impatientClient(server.url).client.list(lists.users);
    expect(entries.map(({ id, name }) => [id, name])).toEqual([
      ['a', 'a'],
      ['b', 'after'],
      ['c', 'c'],
    ]);
  });

  it('from which an entry slipped away is read once more, and then taken as it is', async () => {
    const again = await list((_request, _response, count) =>
      count === 1 ? page(['a'], '1', null, 2) : page(['a', 'b'], '1', null, 2),
    );
    expect(again.result).toEqual({ ids: ['a', 'b'], pages: 1 });
    const still = await list(() => page(['a'], '1', null, 2));
    expect(still.result).toEqual({ ids: ['a'], pages: 1 });
    expect(still.requests).toHaveLength(2);
  });

  it('has caps on pages and entries', async () => {
    const endless = (caps: { pages: number; entries: number }) => {
      let number = 0;
      const read = async () => {
        number += 1;
        return {
          data: { users: [user(`u${number}`)], pagination: { current: `${number}`, next: `${number + 1}` } },
          serverTime: null,
        };
      };
      return gather(lists.users, pagesOf(lists.users, read, caps));
    };
    await expect(endless({ pages: 10, entries: 1000 })).rejects.toMatchObject({ kind: 'endless' });
    await expect(endless({ pages: 1000, entries: 10 })).rejects.toMatchObject({ kind: 'endless' });
  });

  it('may have empty pages on its way', async () => {
    const { result } = await list((_request, _response, count) =>
      count === 1 ? page([], '1', '2') : page(['a'], '2'),
    );
    expect(result).toEqual({ ids: ['a'], pages: 2 });
  });

  it('of the audit trail may come without pagination', async () => {
    const event = { id: 'e1', timestamp: 't', type: 'x', resourceId: 'r', resourceType: 'user' };
    const server = await serve(() => ({ body: { data: { events: [event] } } }));
    const { entries } = await impatientClient(server.url).client.list(lists.auditEvents);
    expect(entries).toEqual([event]);
  });

  it('of functions keeps those without an id apart', async () => {
    const functions = [{ displayName: 'One' }, { displayName: 'Two' }, { id: 'f' }, { id: 'f' }];
    const server = await serve(() => ({ body: { data: { functions, pagination: { current: '1' } } } }));
    const { entries } = await impatientClient(server.url).client.list(lists.functions);
    expect(entries).toHaveLength(3);
  });
});
