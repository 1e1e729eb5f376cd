import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Asker, type DemoName, dataOf, errorsOf, fieldsOf, start } from './running-sandbox';

const labelsSchema = z.object({ labels: z.array(z.object({ key: z.string(), value: z.string() })) });

function createLabel(asker: Asker, key: unknown, value: unknown, workspace: DemoName = 'northwind') {
  return asker.ask('POST', '/labels', { workspace, body: { label: { key, value } } });
}

function label(text: string) {
  const [key, value] = text.split(':');
  return { key, value };
}

describe('the text of a label', () => {
  it.each([
    ['tier', 'gold'],
    ['T', 'v1'],
    ['a-b-', 'Z9-x'],
  ])('may be %s:%s', async (key, value) => {
    expect((await createLabel(await start(), key, value)).status).toBe(201);
  });

  it.each([
    ['1tier', 'gold', 'label.key'],
    ['tier', '9', 'label.value'],
    ['-tier', 'gold', 'label.key'],
    ['tier', 'a_b', 'label.value'],
    ['ti er', 'gold', 'label.key'],
    ['tier', 'a:b', 'label.value'],
    ['tier', '', 'label.value'],
    ['', 'gold', 'label.key'],
    ['tier', 7, 'label.value'],
    ['größe', 'gold', 'label.key'],
    ['x'.repeat(256), 'gold', 'label.key'],
  ])('may not be %s:%s', async (key, value, field) => {
    const answer = await createLabel(await start(), key, value);
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toContain(field);
  });
});

describe('labels of the workspace', () => {
  it('exist once, upper and lower case being different', async () => {
    const asker = await start();
    expect((await createLabel(asker, 'brand', 'fjord')).status).toBe(409);
    expect((await createLabel(asker, 'brand', 'Fjord')).status).toBe(201);
  });

  it('cannot be deleted while they are in use', async () => {
    const asker = await start();
    const used = await asker.ask('DELETE', '/labels/brand/fjord');
    expect(used.status).toBe(409);
    expect(errorsOf(used)[0]?.message).toMatch(/\d+ sources, \d+ spaces/);
    expect((await asker.ask('DELETE', '/labels/brand/nothing')).status).toBe(404);
    expect((await asker.ask('DELETE', '/labels/product/wholesale')).status).toBe(200);
    expect((await asker.ask('DELETE', '/labels/product/wholesale')).status).toBe(404);
  });

  it.each(['member', 'group', 'invite', 'source', 'space'])('are in use by one %s', async (holder) => {
    const asker = await start();
    expect((await createLabel(asker, 'tier', 'gold')).status).toBe(201);
    const roleId = await asker.role('Source Admin');
    const { id } = asker.workspace();
    const permissions = [{ roleId, resources: [{ id, type: 'WORKSPACE', labels: [label('tier:gold')] }] }];
    const [source, space, group] = [
      (await asker.ids('/sources', 'sources'))[0],
      (await asker.ids('/spaces', 'spaces'))[0],
      (await asker.ids('/groups', 'userGroups'))[0],
    ];
    const user = await asker.userId('jonas.adeyemi@northwind.example');
    const labels = { labels: [label('tier:gold')] };
    const puts: Record<string, () => ReturnType<Asker['ask']>> = {
      member: () => asker.ask('POST', `/users/${user}/permissions`, { body: { permissions } }),
      group: () => asker.ask('POST', `/groups/${group}/permissions`, { body: { permissions } }),
      invite: () =>
        asker.ask('POST', '/invites', {
          body: { invites: [{ email: 'x@y.example', permissions: [{ roleId, ...labels }] }] },
        }),
      source: () => asker.ask('POST', `/sources/${source}/labels`, { body: labels }),
      space: () => asker.ask('POST', `/gatehouse/spaces/${space}/labels`, { body: labels }),
    };
    expect((await puts[holder]?.())?.status).toBeLessThan(300);
    const refused = await asker.ask('DELETE', '/labels/tier/gold');
    expect(refused.status).toBe(409);
    expect(errorsOf(refused)[0]?.message).toBe(`tier:gold is in use: 1 ${holder}s`);
  });

  it('always include Dev and Prod', async () => {
    const asker = await start();
    const workspace = 'foxglove-studio';
    const sources = await asker.ids('/sources', 'sources', { workspace });
    for (const id of sources) {
      await asker.ask('PUT', `/sources/${id}/labels`, { workspace, body: { labels: [] } });
    }
    expect((await asker.ask('DELETE', '/labels/client/orchard', { workspace })).status).toBe(200);
    expect((await asker.ask('DELETE', '/labels/environment/prod', { workspace })).status).toBe(409);
  });

  it('are at most five beside Dev and Prod below Business, and unlimited there', async () => {
    const asker = await start();
    for (const value of ['a', 'b', 'c']) {
      expect((await createLabel(asker, 'team', value, 'foxglove-studio')).status).toBe(201);
    }
    const sixth = await createLabel(asker, 'team', 'd', 'foxglove-studio');
    expect(sixth.status).toBe(422);
    for (let i = 0; i < 20; i += 1) expect((await createLabel(asker, 'team', `n${i}`)).status).toBe(201);
  });
});

describe('labels of a source', () => {
  async function bareSource(asker: Asker): Promise<string> {
    const [id] = await asker.ids('/sources', 'sources');
    expect((await asker.ask('PUT', `/sources/${id}/labels`, { body: { labels: [] } })).status).toBe(200);
    return `/sources/${id}/labels`;
  }

  it('are added to and replaced; the answer holds all of them', async () => {
    const asker = await start();
    const path = await bareSource(asker);
    const ask = async (method: string, ...texts: string[]) => {
      const answer = await asker.ask(method, path, { body: { labels: texts.map(label) } });
      return dataOf(answer, labelsSchema).labels.map(({ key, value }) => `${key}:${value}`);
    };
    expect(await ask('POST', 'brand:fjord')).toEqual(['brand:fjord']);
    expect(await ask('POST', 'region:emea', 'brand:fjord')).toEqual(['brand:fjord', 'region:emea']);
    expect(await ask('PUT', 'brand:ember')).toEqual(['brand:ember']);
    expect(await ask('PUT')).toEqual([]);
  });

  it('have one value for each key', async () => {
    const asker = await start();
    const path = await bareSource(asker);
    const two = { labels: ['region:emea', 'brand:fjord', 'brand:ember'].map(label) };
    for (const method of ['POST', 'PUT']) {
      const answer = await asker.ask(method, path, { body: two });
      expect(answer.status).toBe(422);
      expect(fieldsOf(answer)).toEqual(['labels.2']);
    }
    await asker.ask('POST', path, { body: { labels: [label('brand:fjord')] } });
    const second = await asker.ask('POST', path, {
      body: { labels: ['region:emea', 'brand:ember'].map(label) },
    });
    expect(second.status).toBe(422);
    expect(fieldsOf(second)).toEqual(['labels.1']);
    const after = dataOf(await asker.ask('POST', path, { body: { labels: [] } }), labelsSchema);
    expect(after.labels).toEqual([{ key: 'brand', value: 'fjord' }]);
  });

  it('must exist', async () => {
    const asker = await start();
    const path = await bareSource(asker);
    const answer = await asker.ask('POST', path, {
      body: { labels: ['brand:fjord', 'brand:nothing'].map(label) },
    });
    expect(answer.status).toBe(422);
    expect(fieldsOf(answer)).toEqual(['labels.1']);
    expect((await asker.ask('POST', '/sources/nothing/labels', { body: { labels: [] } })).status).toBe(404);
  });
});
