import { describe, expect, it } from 'vitest';
import { startSandbox } from '../../../src-main/sandbox/server';
import { start } from './running-sandbox';

describe('sandboxes', () => {
  it('share nothing', async () => {
    const [one, two] = [await start(), await start()];
    const label = { body: { label: { key: 'tier', value: 'gold' } } };
    one.sandbox.addFault('500', 1);
    expect((await two.ask('POST', '/labels', label)).status).toBe(201);
    expect((await one.ask('POST', '/labels', label)).status).toBe(500);
    expect((await one.ask('POST', '/labels', label)).status).toBe(201);
    expect(one.sandbox.url).not.toBe(two.sandbox.url);
    expect(one.sandbox.workspaces).toEqual(two.sandbox.workspaces);
  });

  it('share nothing between their workspaces', async () => {
    const asker = await start();
    const jonas = await asker.userId('jonas.adeyemi@northwind.example');
    expect((await asker.get(`/users/${jonas}`, { workspace: 'maplecrest-clinics' })).status).toBe(404);
  });

  it('free their port, and refuse one that is taken', async () => {
    const { sandbox } = await start();
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await sandbox.close();
    const again = await start({ port });
    expect(again.sandbox.url).toBe(sandbox.url);
    expect((await again.get('/')).status).toBe(200);
  });

  it('refuse a largest page that is none', async () => {
    await expect(startSandbox({ maxPage: 0 })).rejects.toThrow('largest page');
    await expect(startSandbox({ maxPage: 1001 })).rejects.toThrow('largest page');
  });
});
