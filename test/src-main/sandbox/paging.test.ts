import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asker, dataOf, fieldsOf, start } from './running-sandbox';

const usersSchema = z.object({
  users: z.array(z.object({ id: z.string(), email: z.string() })),
  pagination: z.object({
    current: z.string(),
    next: z.string().optional(),
    previous: z.string().nullish(),
    totalEntries: z.number().optional(),
  }),
});

async function users(asker: Asker, query: string) {
  return dataOf(await asker.get(`/users?${query}`), usersSchema);
}

describe('pagination', () => {
  it.each([
    ['brackets, percent-encoded, cursor first', 'pagination%5Bcursor%5D=Mw%3D%3D&pagination%5Bcount%5D=3'],
    ['brackets as they are', 'pagination[count]=3&pagination[cursor]=Mw=='],
    ['dots', 'pagination.count=3&pagination.cursor=Mw%3D%3D'],
  ])('is understood with %s', async (_, query) => {
    const page = await users(await start(), query);
    expect(page.users).toHaveLength(3);
    expect(page.pagination).toMatchObject({
      current: 'Mw==',
      next: 'Ng==',
      previous: 'MA==',
      totalEntries: 200,
    });
  });

  it('begins with `MA==`, has no next cursor on the last page and no previous one on the first', async () => {
    const asker = await start();
    const first = await users(asker, 'pagination.count=120&pagination.cursor=MA==');
    expect(first.pagination).toMatchObject({ current: 'MA==', previous: null });
    const last = await users(asker, `pagination.count=120&pagination.cursor=${first.pagination.next}`);
    expect(last.users).toHaveLength(80);
    expect(last.pagination.next).toBeUndefined();
    expect(first.users.map((user) => user.id)).not.toContain(last.users[0]?.id);
  });

  it('gives 200 rows when no count is asked for', async () => {
    const asker = await start({ scale: 'M' });
    expect((await users(asker, '')).users).toHaveLength(200);
    expect((await users(asker, 'pagination.count=1000')).users).toHaveLength(1000);
  });

  it.each(['0', '1001', '-1', '2.5', 'many', '1e2'])('refuses the count %s', async (count) => {
    const answer = await (await start()).get(`/users?pagination.count=${count}`);
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['pagination.count']);
  });

  it.each(['%%%', 'nonsense', 'YWJj', btoa('-1'), btoa('1.5')])('refuses the cursor %s', async (cursor) => {
    const asker = await start();
    for (const path of ['/users', '/functions?resourceType=SOURCE', '/audit-events']) {
      const sign = path.includes('?') ? '&' : '?';
      const query = `pagination.count=2&pagination.cursor=${encodeURIComponent(cursor)}`;
      const answer = await asker.get(`${path}${sign}${query}`);
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)).toEqual(['pagination.cursor']);
    }
  });

  it('gives an empty last page behind the end', async () => {
    const page = await users(await start(), `pagination.count=10&pagination.cursor=${btoa('5000')}`);
    expect(page.users).toEqual([]);
    expect(page.pagination.next).toBeUndefined();
  });

  it('begins the functions with `MQ==` and takes `MA==` too', async () => {
    const asker = await start();
    const shape = z.object({
      functions: z.array(z.object({ id: z.string() })),
      pagination: z.object({
        current: z.string(),
        next: z.string().optional(),
        totalEntries: z.number().optional(),
      }),
    });
    const path = '/functions?resourceType=SOURCE&pagination.count=2';
    const first = dataOf(await asker.get(path), shape);
    expect(first.pagination.current).toBe('MQ==');
    expect(first.pagination.totalEntries).toBeUndefined();
    expect(dataOf(await asker.get(`${path}&pagination.cursor=MA==`), shape)).toEqual(first);
    const second = dataOf(await asker.get(`${path}&pagination.cursor=${first.pagination.next}`), shape);
    expect(second.functions[0]?.id).not.toBe(first.functions[0]?.id);
  });

  it('caps every page with the largest page of the server', async () => {
    const page = await users(await start({ maxPage: 7 }), 'pagination.count=500');
    expect(page.users).toHaveLength(7);
    expect(page.pagination.next).toBe(btoa('7'));
  });

  it('gives all labels at once', async () => {
    const labels = dataOf(await (await start()).get('/labels'), z.object({ labels: z.array(z.unknown()) }));
    expect(labels.labels).toHaveLength(12);
    expect(labels).not.toHaveProperty('pagination');
  });
});

describe('array parameters', () => {
  const emails = ['harriet.lund@northwind.example', 'rosalind.obi+trial@northwind.example'];
  const [one = '', two = ''] = emails.map(encodeURIComponent);

  it.each([
    ['indexed brackets, percent-encoded', `emails%5B0%5D=${one}&emails%5B1%5D=${two}`],
    ['indexed brackets, out of order', `emails[1]=${two}&emails[0]=${one}`],
    ['indexed dots', `emails.0=${one}&emails.1=${two}`],
    ['a JSON array', `emails=${encodeURIComponent(JSON.stringify(emails))}`],
    ['a repeated name', `emails=${one}&emails=${two}`],
  ])('are understood as %s', async (_, query) => {
    const asker = await start();
    expect((await asker.ask('DELETE', `/invites?${query}`)).status).toBe(200);
    const left = dataOf(await asker.get('/invites'), z.object({ invites: z.array(z.string()) })).invites;
    expect(left).toHaveLength(4);
    expect(left).not.toContain(emails[1]);
  });

  it.each(['', 'emails=', 'emails=%5B', 'emails[x]=a@b.example', 'emails=%5B1%5D'])(
    'are refused as `%s`',
    async (query) => {
      const answer = await (await start()).ask('DELETE', `/invites?${query}`);
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)[0]).toMatch(/^emails/);
    },
  );
});
